import { IN_TIME, NEUTRAL, OVERDUE, SOON, steps, URGENCY } from '../blocks/colours';
import { count, duration, hidden, moment, text, word } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toAppeal, toPost, UID } from '../blocks/links';
import { series, stat, table } from '../blocks/panels';
import { KINDS } from '../blocks/alerts';
import { UNSETTLED } from '../blocks/suspicions';
import { AGENCY, brief, DUE_SOON, METRICS, named, NEXT_DUE, OVERDUE_NOW, until } from '../blocks/terms';
import { APPEAL_SCOPE, clickHouseSource, everyVariable, prometheusSource, scope, scopeByPage } from '../blocks/variables';
import { COUNT, DURATION } from '../blocks/units';
import { jobsRunning, SILENT_STEPS, silentFor } from '../blocks/pipeline';

const OPEN = `FROM v_appeal WHERE is_open AND ${scope(APPEAL_SCOPE)}`;

const overdue = stat({
  title: 'Просрочено сейчас',
  description:
    'Обращения, срок которых прошёл, а ответа, которого он требовал, нет. Не зависит от выбранного времени. Щелчок открывает список, самые давние первыми.',
  sql: `SELECT countIf(ifNull(${OVERDUE_NOW}, false)) AS overdue ${OPEN}`,
  columns: { overdue: count('Просрочено') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: 'Нет связи с хранилищем',
  links: [to('appeals', 'Список просроченных', { state: 'overdue' })],
});

const soon = stat({
  title: 'Истекает в ближайший час',
  description: 'Открытые обращения, до срока которых меньше часа. Если не ответить, они станут просроченными. Щелчок открывает список.',
  sql: `SELECT countIf(ifNull(${DUE_SOON}, false)) AS soon ${OPEN}`,
  columns: { soon: count('Скоро срок') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, SOON]),
  none: 'Нет связи с хранилищем',
  links: [to('appeals', 'Список: скоро срок', { state: 'soon' })],
});

const urgent = stat({
  title: 'Срочные без ответа',
  description: 'Открытые обращения о жизни, здоровье и безопасности, на которые ещё никто не ответил. Их берут первыми, даже если срок не вышел. Программа находит от трети до половины срочных, и до половины найденного срочным не окажется: остальные срочные – в общей очереди, читайте и её.',
  sql: `SELECT countIf(urgency = 'HIGH' AND answers = 0) AS urgent ${OPEN}`,
  columns: { urgent: count('Срочные') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: 'Нет связи с хранилищем',
  links: [to('appeals', 'Список срочных без ответа', { state: 'silent', urgency: 'HIGH' })],
});

const open = stat({
  title: 'Открыто всего',
  description: 'Все обращения, по которым ведомство ещё что-то должно: ждут ответа, взяты в работу, уточняются, есть промежуточный ответ.',
  sql: `SELECT count() AS open ${OPEN}`,
  columns: { open: count('Открыто') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: 'Нет связи с хранилищем',
  links: [to('appeals', 'Все открытые', { state: 'open' })],
});

const debtors = table({
  title: 'Кто должен: просрочено по ведомствам',
  description:
    'Ведомства, у которых есть просроченные обращения: сколько, сколько из них срочных, как давно прошёл срок самого старого. Щелчок по строке открывает список этого ведомства.',
  sql: `
    SELECT
      agency_id,
      any(${AGENCY}) AS agency,
      count() AS overdue,
      countIf(urgency = 'HIGH') AS urgent,
      dateDiff('second', min(${NEXT_DUE}), now64(3, 'UTC')) AS longest
    FROM v_appeal
    WHERE ${OVERDUE_NOW}
      AND ${scope(APPEAL_SCOPE)}
    GROUP BY agency_id
    ORDER BY overdue DESC, longest DESC`,
  columns: {
    agency_id: hidden(),
    agency: text('Ведомство', { links: [to('appeals', 'Просроченные этого ведомства', { state: 'overdue', agency: ofRow('agency_id') })] }),
    overdue: count('■ Просрочено', { width: 130, thresholds: steps(OVERDUE), cell: 'gauge' }),
    urgent: count('‼ Срочных', { width: 100, thresholds: steps('text', [1, OVERDUE]), cell: 'color-text' }),
    longest: duration('Самое давнее', { width: 140 }),
  },
  none: '✓ Просроченных нет: все ответили в срок или срок ещё не вышел',
});

const next = table({
  title: 'Что следующее: до срока меньше часа',
  description: 'Обратный отсчёт до ближайшего срока: первого ответа или окончательного. Срочные первыми. Щелчок по тексту открывает историю, по «площадке» – сам пост.',
  sql: `
    SELECT
      appeal_id,
      url,
      urgency,
      dateDiff('second', now64(3, 'UTC'), assumeNotNull(${NEXT_DUE})) AS remaining,
      if(answers = 0 AND first_response_due_at IS NOT NULL, 'первый ответ', 'окончательный') AS owed,
      ${AGENCY} AS agency,
      community_name AS page,
      ${brief('text')} AS appeal
    FROM v_appeal
    WHERE ${DUE_SOON}
      AND ${scope(APPEAL_SCOPE)}
    ORDER BY urgency = 'HIGH' DESC, remaining
    LIMIT 50`,
  columns: {
    appeal_id: hidden(),
    url: hidden(),
    urgency: word('Срочность', URGENCY, { width: 95 }),
    remaining: duration('▲ Осталось', { width: 105, thresholds: steps(OVERDUE, [900, SOON]), cell: 'color-text' }),
    owed: text('Что ждут', { width: 130 }),
    agency: text('Ведомство', { width: 220 }),
    page: text('Страница', { width: 170, links: [toPost()] }),
    appeal: text('Обращение', { links: [toAppeal()] }),
  },
  none: '✓ В ближайший час ничей срок не истекает',
});

const list = table({
  title: 'Просроченные: срочные и самые давние первыми',
  description: 'Сто обращений, с которых начинать. Больше – по щелчку на «Просрочено сейчас».',
  sql: `
    SELECT
      appeal_id,
      url,
      urgency,
      dateDiff('second', assumeNotNull(${NEXT_DUE}), now64(3, 'UTC')) AS overdue,
      if(answers = 0 AND first_response_due_at IS NOT NULL, 'первый ответ', 'окончательный') AS owed,
      ${AGENCY} AS agency,
      community_name AS page,
      ${brief('text')} AS appeal,
      escalation_level AS level
    FROM v_appeal
    WHERE ${OVERDUE_NOW}
      AND ${scope(APPEAL_SCOPE)}
    ORDER BY urgency = 'HIGH' DESC, overdue DESC
    LIMIT 100`,
  columns: {
    appeal_id: hidden(),
    url: hidden(),
    urgency: word('Срочность', URGENCY, { width: 95 }),
    overdue: duration('■ Просрочено на', { width: 135, thresholds: steps(OVERDUE), cell: 'color-text' }),
    owed: text('Что ждут', { width: 130 }),
    agency: text('Ведомство', { width: 200 }),
    page: text('Страница', { width: 160, links: [toPost()] }),
    appeal: text('Обращение', { links: [toAppeal()] }),
    level: count('Уровень', { width: 75 }),
  },
  none: '✓ Просроченных нет: все ответили в срок или срок ещё не вышел',
});

/** Alerts whose subject is an appeal; that of the others is a story or a post. */
const OF_APPEALS = `'DUE_SOON', 'OVERDUE', 'ESCALATION'`;

const alerts = table({
  title: 'Последние тревоги',
  description: 'Что Отклик сообщил последним, по каждому обращению, посту или истории и виду тревоги – последнее: предупреждения, просрочки, доклады выше, всплески и распространение. «Снята» – причины больше нет.',
  sql: `
    SELECT
      if(kind IN (${OF_APPEALS}), subject_id, NULL) AS appeal_id,
      url,
      raised_at AS raised,
      kind,
      ${named('metric', METRICS)} AS term,
      if(kind = 'ESCALATION', toNullable(level), NULL) AS level,
      if(is_raised, 'да', 'снята') AS standing,
      ${AGENCY} AS agency,
      ${brief('text', 90)} AS about
    FROM v_alert
    WHERE $__timeFilter_ms(raised_at)
      AND ${scopeByPage({ agency: 'agency_id', topic: 'topic_group' })}
    ORDER BY raised_at DESC, level DESC
    LIMIT 1 BY subject_id, kind
    LIMIT 50`,
  columns: {
    appeal_id: hidden(),
    url: hidden(),
    raised: moment('Когда'),
    kind: word('Тревога', KINDS, { width: 135 }),
    term: text('Срок', { width: 120 }),
    level: count('Уровень', { width: 75 }),
    standing: text('Стоит', { width: 65 }),
    agency: text('Ведомство', { width: 170 }),
    about: text('О чём', { links: [toAppeal(), toPost()] }),
  },
  none: 'За выбранное время тревог не было',
});

const flow = series({
  title: 'Поток: пришло, отвечено, стало просроченным',
  description:
    'Сколько обращений за отрезок опубликовано, сколько получило первый ответ и у скольких прошёл срок первого ответа. Если «пришло» долго выше «отвечено», очередь растёт.',
  sql: `
    SELECT
      $__timeInterval(moment) AS time,
      countIf(what = 'in') AS incoming,
      countIf(what = 'out') AS answered,
      countIf(what = 'missed') AS missed
    FROM (
      SELECT arrayJoin([('in', toNullable(published_at)), ('out', first_response_at), ('missed', first_breached_at)]) AS event,
        event.1 AS what,
        assumeNotNull(event.2) AS moment
      FROM v_appeal
      WHERE event.2 IS NOT NULL
        AND ${scope(APPEAL_SCOPE)}
    )
    WHERE $__timeFilter(moment)
    GROUP BY time
    ORDER BY time`,
  columns: {
    time: hiddenTime(),
    incoming: count('Пришло', { color: NEUTRAL }),
    answered: count('✓ Получили первый ответ', { color: IN_TIME }),
    missed: count('■ Просрочен первый ответ', { color: OVERDUE }),
  },
  unit: COUNT,
  interval: '5m',
  none: 'За выбранное время обращений не было',
});

function hiddenTime() {
  return { kind: 'time' as const };
}

const silence = stat({
  title: 'Последнее сообщение',
  description:
    'Сколько времени назад с любой площадки пришло последнее сообщение. Днём дольше 15 минут – повод посмотреть «Конвейер»: ночью тишина обычна.',
  sql: `SELECT minOrNull(silent_seconds) AS silent FROM v_source_now WHERE $__conditionalAll(platform IN (\${platform:singlequote}), $platform)`,
  columns: { silent: silentFor('Назад', '■ Сообщений нет неделю и дольше') },
  unit: DURATION,
  thresholds: SILENT_STEPS,
  none: 'Реестр страниц пуст',
  links: [to('pipeline', 'Конвейер', {}, [])],
});

const suspicions = table({
  title: 'Что расходится: проверить',
  description: 'Истории с поводом для проверки, по которым человек ещё не решил, самые быстрые первыми. Повод – не вывод. «До 4 часов» – пока опровержение действует в полную силу.',
  sql: `
    SELECT suspicion_id, url, if(status = 'RESURFACED', '▲ вернулось', '▲ новое') AS step, copies, pages, ${until('due_at')} AS remaining, ${brief('text', 90)} AS story
    FROM v_suspicion
    WHERE ${UNSETTLED} AND ${scope({ region: 'region', municipality: 'municipality', agency: 'agency_id', platform: 'platform', community: 'community_id' })}
    ORDER BY burst DESC, copies DESC
    LIMIT 20`,
  columns: {
    suspicion_id: hidden(),
    url: hidden(),
    step: text('Шаг', { width: 110 }),
    copies: count('Копий', { width: 70 }),
    pages: count('Страниц', { width: 80 }),
    remaining: duration('До 4 часов', { width: 110, thresholds: steps(SOON, [7200, IN_TIME]), cell: 'color-text', none: '■ прошли' }),
    story: text('О чём', { links: [to('misinformation', 'Распространение', { story: ofRow('suspicion_id') }, []), toPost()] }),
  },
  none: '✓ Повода для проверки сейчас нет',
});

export const shift = (): Built =>
  page({
    uid: UID.shift,
    title: 'Дежурная смена',
    description: 'Что просрочено, кто должен, что следующее, что распространяется и жив ли конвейер.',
    from: 'now-24h',
    refresh: '30s',
    variables: [clickHouseSource(), prometheusSource(), ...everyVariable()],
    shelves: [
      {
        height: 4,
        panels: [
          [4, overdue],
          [4, soon],
          [4, urgent],
          [4, open],
          [4, silence],
          [4, jobsRunning()],
        ],
      },
      { height: 8, panels: [[9, debtors], [15, next]] },
      { height: 9, panels: [[15, list], [9, alerts]] },
      { height: 7, panels: [[13, flow], [11, suspicions]] },
    ],
  });

