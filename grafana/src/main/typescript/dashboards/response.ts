import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { IN_TIME, NEUTRAL, OVERDUE, SOON, steps } from '../blocks/colours';
import { Columns, count, duration, hidden, share, text } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, UID } from '../blocks/links';
import { series, stat, table } from '../blocks/panels';
import { clickHouse, clickHouseQuery } from '../blocks/sources';
import { AGENCY } from '../blocks/terms';
import { DURATION, SHARE } from '../blocks/units';
import { APPEAL_SCOPE, clickHouseSource, everyVariable, oneOf, scope, zone } from '../blocks/variables';

/** Appeals of the chosen time; withdrawn ones owe nothing. */
const CHOSEN = `
  $__timeFilter_ms(published_at)
  AND status NOT IN ('WITHDRAWN', 'MERGED')
  AND ${scope(APPEAL_SCOPE)}`;

/** Seconds to the first answer, on the clock that the reader chose. */
const TAKEN = `if(\${clock:singlequote} = 'business', first_response_business_millis, first_response_millis) / 1000`;

/** Of what was due: in time, or missed, silent ones included. What may yet be in time is left out. */
const IN_TIME_COUNT = `countIf(first_breached_at IS NULL AND first_response_at IS NOT NULL AND first_response_due_at IS NOT NULL)`;
const MISSED_COUNT = `countIf(first_breached_at IS NOT NULL)`;
/** A percentile over everyone who waits or waited: who was left without an answer when the term passed is slower than all; null where it falls on one. */
const waited = (level: number) =>
  `nullIf(quantileExactOrNullIf(${level})(ifNull(${TAKEN}, inf), first_response_at IS NOT NULL OR first_breached_at IS NOT NULL), inf)`;
const GAP = `dateDiff('second', acknowledged_at, final_answer_at)`;
const HAS_GAP = `acknowledged_at IS NOT NULL AND final_answer_at > acknowledged_at`;

/** The day of the centre, as in the table of hours. */
const DAY = `toStartOfInterval(toTimeZone(published_at, \${zone:singlequote}), INTERVAL 1 DAY)`;

const shareSteps = () => steps(OVERDUE, [0.7, SOON], [0.9, IN_TIME]);
const NEVER = '–';
const NO_ANSWERS = 'За выбранное время ответов не было';
const SILENT_COUNT = 'Кому не ответили и после срока, считается самым долгим: прочерк – столько и не дождались; чей срок ещё не вышел, не считается.';
const NO_TERMS = 'За выбранное время ни один срок не наступил';

const inTime = stat({
  title: 'Доля в срок',
  description:
    'Из обращений, чей срок первого ответа уже наступил, – доля отвеченных вовремя. Молчание считается просрочкой; те, чей срок ещё не вышел, не считаются.',
  sql: `SELECT ${IN_TIME_COUNT} AS met, ${MISSED_COUNT} AS missed, if(met + missed = 0, NULL, met / (met + missed)) AS in_time FROM v_appeal WHERE ${CHOSEN}`,
  columns: { met: hidden('number'), missed: hidden('number'), in_time: share('В срок', { decimals: 1 }) },
  unit: SHARE,
  thresholds: shareSteps(),
  none: NO_TERMS,
  list: () => byAgency,
});

const median = stat({
  title: 'Медиана первого ответа',
  description: `Половина обращений дождалась ответа быстрее. ${SILENT_COUNT} Часы – рабочие или календарные – выбирают вверху.`,
  sql: `SELECT ${waited(0.5)} AS median FROM v_appeal WHERE ${CHOSEN}`,
  columns: { median: duration('Медиана') },
  unit: DURATION,
  thresholds: steps(NEUTRAL),
  none: NEVER,
  list: () => byAgency,
});

const p90 = stat({
  title: '9 из 10 быстрее, чем',
  description: `Девять обращений из десяти дождались ответа быстрее. ${SILENT_COUNT} Среднее прячет долгие ответы и молчание, это число – нет.`,
  sql: `SELECT ${waited(0.9)} AS p90 FROM v_appeal WHERE ${CHOSEN}`,
  columns: { p90: duration('p90') },
  unit: DURATION,
  thresholds: steps(NEUTRAL),
  none: NEVER,
  list: () => byAgency,
});

const unfinished = stat({
  title: '«Взято в работу» без ответа по существу',
  description: 'Из обращений, где написали «взято в работу», – доля тех, где ответа по существу нет до сих пор. Высокая доля – отписки ради срока.',
  sql: `
    SELECT
      countIf(acknowledged_at IS NOT NULL) AS acknowledged,
      if(acknowledged = 0, NULL, countIf(acknowledged_at IS NOT NULL AND final_answer_at IS NULL) / acknowledged) AS unfinished
    FROM v_appeal WHERE ${CHOSEN}`,
  columns: { acknowledged: hidden('number'), unfinished: share('Без ответа по существу', { decimals: 1 }) },
  unit: SHARE,
  thresholds: steps(IN_TIME, [0.3, SOON], [0.6, OVERDUE]),
  none: 'За выбранное время в работу ничего не брали',
  links: [to('appeals', 'Взятые в работу без ответа по существу', { state: 'acknowledged' })],
});

const gap = stat({
  title: 'От «в работе» до ответа, медиана',
  description: 'Календарное время между «взято в работу» и ответом по существу.',
  sql: `SELECT quantileExactOrNullIf(0.5)(assumeNotNull(${GAP}), ${HAS_GAP}) AS gap FROM v_appeal WHERE ${CHOSEN}`,
  columns: { gap: duration('Разрыв') },
  unit: DURATION,
  thresholds: steps(NEUTRAL),
  none: 'Таких пар за выбранное время нет',
  list: () => byAgency,
});

const overTime = series({
  title: 'Время первого ответа по дням, среди отвеченных',
  description: 'Медиана и девятый дециль того, что отвечено, по дню публикации; молчание видно в доле в срок. Черта – день, когда начала действовать новая версия политики сроков.',
  sql: `
    SELECT
      ${DAY} AS time,
      quantileExactOrNullIf(0.5)(assumeNotNull(${TAKEN}), first_response_at IS NOT NULL) AS median,
      quantileExactOrNullIf(0.9)(assumeNotNull(${TAKEN}), first_response_at IS NOT NULL) AS p90
    FROM v_appeal
    WHERE ${CHOSEN} AND first_response_at IS NOT NULL
    GROUP BY time
    ORDER BY time`,
  columns: { time: { kind: 'time' }, median: duration('Медиана', { color: NEUTRAL }), p90: duration('9 из 10 быстрее', { color: SOON }) },
  unit: DURATION,
  interval: '1d',
  none: NO_ANSWERS,
});

const shareOverTime = series({
  title: 'Доля в срок по дням',
  description: 'Доля обращений с ответом в срок по дню публикации. Последние дни ещё вырастут или упадут: не все сроки наступили.',
  sql: `
    SELECT
      ${DAY} AS time,
      ${IN_TIME_COUNT} / nullIf(${IN_TIME_COUNT} + ${MISSED_COUNT}, 0) AS in_time
    FROM v_appeal
    WHERE ${CHOSEN}
    GROUP BY time
    ORDER BY time`,
  columns: { time: { kind: 'time' }, in_time: share('В срок', { color: IN_TIME }) },
  unit: SHARE,
  max: 1,
  interval: '1d',
  none: NO_TERMS,
});

/** A line of figures for whatever the rows are grouped by. */
const FIGURES = `
      count() AS appeals,
      ${IN_TIME_COUNT} AS met,
      ${MISSED_COUNT} AS missed,
      met / nullIf(met + missed, 0) AS in_time,
      if(met + missed = 0, NULL,
        greatest(0, (met + 1.9208 - 1.96 * sqrt(met * missed / (met + missed) + 0.9604)) / (met + missed + 3.8416))) AS at_least,
      ${waited(0.5)} AS median,
      ${waited(0.9)} AS p90,
      avgOrNullIf(${TAKEN}, first_response_at IS NOT NULL) AS mean,
      quantileExactOrNullIf(0.5)(assumeNotNull(${GAP}), ${HAS_GAP}) AS gap,
      countIf(template_answer) / nullIf(countIf(first_response_at IS NOT NULL), 0) AS template,
      countIf(is_open AND answers = 0) AS silent`;

const figures: Columns = {
  appeals: count('Обращений', { width: 100 }),
  met: hidden('number'),
  missed: count('■ Просрочено', { width: 110, thresholds: steps('text', [1, OVERDUE]), cell: 'color-text' }),
  in_time: share('В срок', { width: 110, thresholds: shareSteps(), cell: 'color-background' }),
  at_least: share('…не хуже', { width: 90 }),
  median: duration('Медиана', { width: 115 }),
  p90: duration('9 из 10', { width: 115 }),
  mean: duration('Среднее ответа', { width: 115 }),
  gap: duration('В работе → ответ', { width: 135 }),
  template: share('Шаблонных', { width: 100, thresholds: steps('text', [0.3, SOON], [0.6, OVERDUE]), cell: 'color-text' }),
  silent: count('Молчат', { width: 80 }),
};

const FIGURES_SAY =
  '«Медиана» и «9 из 10» считают молчание после срока самым долгим ответом: прочерк – столько и не дождались; «Среднее ответа» его не знает. «…не хуже» – нижняя граница доли при таком числе обращений (интервал Уилсона, 95 %): малые ведомства сравнивают по ней. «Молчат» – открытые без единого ответа.';

const byAgency = table({
  title: 'По ведомствам',
  description: `Кто как отвечает; худшие сверху. ${FIGURES_SAY}`,
  sql: `
    SELECT
      agency_id,
      any(${AGENCY}) AS agency,${FIGURES}
    FROM v_appeal
    WHERE ${CHOSEN}
    GROUP BY agency_id
    ORDER BY in_time ASC NULLS LAST, missed DESC
    LIMIT 200`,
  columns: { agency_id: hidden(), agency: text('Ведомство', { links: [to('appeals', 'Обращения ведомства', { state: 'all', agency: ofRow('agency_id') })] }), ...figures },
  none: 'За выбранное время обращений не было',
});

const byTopic = table({
  title: 'По группам тем',
  description: `О чём отвечают медленнее; худшие сверху. ${FIGURES_SAY}`,
  sql: `
    SELECT
      topic_group,
      if(topic_group = '', 'не определена', topic_group) AS topic,${FIGURES}
    FROM v_appeal
    WHERE ${CHOSEN}
    GROUP BY topic_group
    ORDER BY in_time ASC NULLS LAST, missed DESC`,
  columns: { topic_group: hidden(), topic: text('Группа тем', { links: [to('appeals', 'Обращения темы', { state: 'all', topic: ofRow('topic_group') })] }), ...figures },
  none: 'За выбранное время обращений не было',
});

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const hourName = (hour: number) => `h${String(hour).padStart(2, '0')}`;

const heat = table({
  title: 'Когда пишут и сколько ждут, среди отвеченных: медиана по дню недели и часу публикации',
  description:
    'Строка – день недели, столбец – час публикации в часовом поясе центра. Зелёное – отвечают быстрее 3 часов, оранжевое – до 8, красное – дольше. Пустая клетка – ответов не было; кому не ответили, здесь нет.',
  sql: `
    SELECT
      ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'][day] AS weekday,
${HOURS.map((hour) => `      quantileExactOrNullIf(0.5)(taken, hour = ${hour}) AS ${hourName(hour)}`).join(',\n')}
    FROM (
      SELECT
        toDayOfWeek(toTimeZone(published_at, \${zone:singlequote})) AS day,
        toHour(toTimeZone(published_at, \${zone:singlequote})) AS hour,
        assumeNotNull(${TAKEN}) AS taken
      FROM v_appeal
      WHERE ${CHOSEN} AND first_response_at IS NOT NULL
    )
    GROUP BY day
    ORDER BY day`,
  columns: {
    weekday: text('', { width: 45 }),
    ...Object.fromEntries(
      HOURS.map((hour) => [
        hourName(hour),
        duration(String(hour), { unit: 'dthms', width: 68, thresholds: steps(IN_TIME, [3 * 3600, SOON], [8 * 3600, OVERDUE]), cell: 'color-background' }),
      ]),
    ),
  },
  none: NO_ANSWERS,
});

const policies = () =>
  new AnnotationQueryBuilder()
    .name('Версии политики сроков')
    .datasource(clickHouse)
    .enable(true)
    .hide(false)
    .iconColor(NEUTRAL)
    .target(
      clickHouseQuery(
        `
        SELECT valid_from AS time, concat(title, ', версия ', toString(version)) AS text, policy_id AS tags
        FROM v_sla_policy
        WHERE $__timeFilter_ms(valid_from)
        ORDER BY time`,
        'table',
        'Anno',
      ) as never,
    );

export const response = (): Built =>
  page({
    uid: UID.response,
    title: 'Время ответа',
    description: 'Как быстро отвечают ведомства: доля в срок, медиана и девятый дециль, разрыв между «взято в работу» и ответом.',
    from: 'now-30d',
    refresh: '5m',
    variables: [clickHouseSource(), oneOf('clock', 'Часы', { Рабочие: 'business', Календарные: 'calendar' }), ...everyVariable(), zone()],
    annotations: [policies()],
    shelves: [
      { height: 4, panels: [[4, inTime], [5, median], [5, p90], [5, unfinished], [5, gap]] },
      { height: 8, panels: [[12, overTime], [12, shareOverTime]] },
      { height: 11, panels: [[24, byAgency]] },
      { height: 9, panels: [[24, heat]] },
      { height: 11, panels: [[24, byTopic]] },
    ],
  });
