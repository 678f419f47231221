import { IN_TIME, NEUTRAL, OVERDUE, SOON, STATES, steps, URGENCY } from '../blocks/colours';
import { count, duration, hidden, moment, text, word } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toAppeal, toPost, UID } from '../blocks/links';
import { bars, series, stat, table } from '../blocks/panels';
import { AGENCY, brief, NEXT_DUE, since, STATE, until } from '../blocks/terms';
import { COUNT, DURATION } from '../blocks/units';
import { APPEAL_SCOPE, chosen, clickHouseSource, everyVariable, list, oneOf, scope, typed } from '../blocks/variables';

/** Open appeals whatever their age; of the others those of the chosen time. */
const CHOSEN = `
  (is_open OR $__timeFilter_ms(published_at))
  AND multiIf(
    \${state:singlequote} = 'all', true,
    \${state:singlequote} = 'open', is_open,
    \${state:singlequote} = 'closed', NOT is_open,
    \${state:singlequote} = 'silent', is_open AND answers = 0,
    \${state:singlequote} = 'acknowledged', acknowledged_at IS NOT NULL AND final_answer_at IS NULL AND status NOT IN ('WITHDRAWN', 'MERGED'),
    \${state:singlequote} = 'answered', status = 'ANSWERED',
    (${STATE}) = \${state:singlequote})
  AND ${chosen(`urgency IN (\${urgency:singlequote})`, 'urgency')}
  AND (\${search:singlequote} = '' OR positionCaseInsensitiveUTF8(text, \${search:singlequote}) > 0)
  AND ${scope(APPEAL_SCOPE)}`;

const variables = () => [
  clickHouseSource(),
  oneOf('state', 'Состояние', {
    Открытые: 'open',
    '■ Просроченные': 'overdue',
    '▲ Скоро срок': 'soon',
    '● В срок': 'waiting',
    '○ Без ответа': 'silent',
    'Взяты в работу без ответа по существу': 'acknowledged',
    '○ Без срока': 'no_term',
    Отвеченные: 'answered',
    '□ Отвеченные поздно': 'late',
    Закрытые: 'closed',
    Все: 'all',
  }),
  list('urgency', 'Срочность', { Срочные: 'HIGH', Обычные: 'NORMAL' }),
  typed('search', 'Слова в тексте'),
  ...everyVariable(),
];

const total = stat({
  title: 'Найдено',
  description: 'Сколько обращений подходит под выбор вверху. Открытые показаны все, закрытые – опубликованные за выбранное время.',
  sql: `SELECT count() AS found FROM v_appeal WHERE ${CHOSEN}`,
  columns: { found: count('Найдено') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: 'Нет связи с хранилищем',
  list: () => queue,
});

const missed = stat({
  title: 'Из них просрочено',
  description: 'Открытые обращения выбора, чей срок прошёл.',
  sql: `SELECT countIf((${STATE}) = 'overdue') AS overdue FROM v_appeal WHERE ${CHOSEN}`,
  columns: { overdue: count('Просрочено') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: 'Нет связи с хранилищем',
  links: [to('appeals', 'Только просроченные', { state: 'overdue' })],
});

const oldest = stat({
  title: 'Ждёт дольше всех',
  description: 'Календарное время от публикации самого старого обращения выбора, на которое нет никакого ответа.',
  sql: `SELECT max(waiting_seconds) AS waiting FROM v_appeal WHERE ${CHOSEN}`,
  columns: { waiting: duration('Ждёт') },
  unit: DURATION,
  thresholds: steps(IN_TIME, [8 * 3600, SOON], [24 * 3600, OVERDUE]),
  none: '✓ Без ответа никто не ждёт',
  list: () => queue,
});

const queue = table({
  title: 'Очередь',
  description:
    'Пятьсот обращений: сначала срочные, затем те, чей срок раньше. Щелчок по тексту открывает историю, по «Страница» – сам пост, по ведомству – только его обращения.',
  sql: `
    SELECT
      appeal_id,
      url,
      agency_id,
      ${STATE} AS state,
      urgency,
      ${NEXT_DUE} AS due,
      if(is_open, ${until('due')}, NULL) AS remaining,
      if(is_open, ${since('due')}, NULL) AS overdue,
      published_at AS published,
      ${AGENCY} AS agency,
      if(topic != '', topic, topic_group) AS about,
      place,
      community_name AS page,
      ${brief('text', 240)} AS appeal
    FROM v_appeal
    WHERE ${CHOSEN}
    ORDER BY is_open DESC, urgency = 'HIGH' DESC, due ASC NULLS LAST, published_at DESC
    LIMIT 500`,
  columns: {
    appeal_id: hidden(),
    url: hidden(),
    agency_id: hidden(),
    state: word('Состояние', STATES, { width: 150 }),
    urgency: word('Срочность', URGENCY, { width: 95 }),
    due: moment('Срок'),
    remaining: duration('Осталось', { width: 110, thresholds: steps(SOON, [3600, IN_TIME]), cell: 'color-text' }),
    overdue: duration('■ Просрочено на', { width: 130, thresholds: steps(OVERDUE), cell: 'color-text' }),
    published: moment('Опубликовано'),
    agency: text('Ведомство', { width: 200, links: [to('appeals', 'Только это ведомство', { state: '${state}', agency: ofRow('agency_id') })] }),
    about: text('Тема', { width: 190 }),
    place: text('Место', { width: 130 }),
    page: text('Страница', { width: 160, links: [toPost()] }),
    appeal: text('Обращение', { links: [toAppeal()], wrap: true }),
  },
  none: 'Под этот выбор обращений нет: снимите часть условий вверху или возьмите больше времени',
});

const byAgency = bars({
  title: 'По ведомствам',
  description: 'Двадцать ведомств с наибольшим числом обращений выбора.',
  sql: `
    SELECT any(${AGENCY}) AS agency, count() AS appeals
    FROM v_appeal
    WHERE ${CHOSEN}
    GROUP BY agency_id
    ORDER BY appeals DESC
    LIMIT 20`,
  columns: { agency: text('Ведомство'), appeals: count('Обращений') },
  by: 'agency',
  none: 'Под этот выбор обращений нет',
});

const byTopic = bars({
  title: 'По группам тем',
  description: 'О чём пишут: группы классификатора, двадцать самых частых. «не определена» – ни одна не подошла уверенно.',
  sql: `
    SELECT if(topic_group = '', 'не определена', topic_group) AS topic, count() AS appeals
    FROM v_appeal
    WHERE ${CHOSEN}
    GROUP BY topic
    ORDER BY appeals DESC
    LIMIT 20`,
  columns: { topic: text('Группа тем'), appeals: count('Обращений') },
  by: 'topic',
  none: 'Под этот выбор обращений нет',
});

const arrivals = series({
  title: 'Когда опубликованы',
  description: 'Обращения выбора по времени публикации и площадке.',
  sql: `
    SELECT $__timeInterval(published_at) AS time, platform, count() AS appeals
    FROM v_appeal
    WHERE $__timeFilter_ms(published_at) AND ${CHOSEN}
    GROUP BY time, platform
    ORDER BY time`,
  columns: { time: { kind: 'time' }, platform: { kind: 'text' }, appeals: { kind: 'number' } },
  unit: COUNT,
  bars: true,
  stacked: true,
  interval: '1h',
  none: 'За выбранное время обращений не было',
});

export const appeals = (): Built =>
  page({
    uid: UID.appeals,
    title: 'Обращения',
    description: 'Очередь обращений с отбором по состоянию, срочности, словам, месту, ведомству, странице, площадке и теме.',
    from: 'now-7d',
    refresh: '1m',
    variables: variables(),
    shelves: [
      { height: 4, panels: [[4, total], [4, missed], [4, oldest], [12, arrivals]] },
      { height: 18, panels: [[24, queue]] },
      { height: 10, panels: [[12, byAgency], [12, byTopic]] },
    ],
  });
