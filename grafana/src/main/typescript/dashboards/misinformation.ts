import { AnnotationQueryBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { IN_TIME, NEUTRAL, OVERDUE, SOON, steps } from '../blocks/colours';
import { count, duration, hidden, moment, share, text, word } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toPost, UID } from '../blocks/links';
import { series, stat, table } from '../blocks/panels';
import { clickHouse, clickHouseQuery } from '../blocks/sources';
import { RATINGS, REASONS, STEPS, UNSETTLED } from '../blocks/suspicions';
import { brief, since, until } from '../blocks/terms';
import { COUNT, SHARE } from '../blocks/units';
import { chosen, clickHouseSource, pageVariables, PAGE_SCOPE, scope, stories } from '../blocks/variables';

const CHOSEN = scope(PAGE_SCOPE);
const NOTHING = '✓ Повода для проверки сейчас нет';
/** A story that people must still settle is shown whatever its age. */
const SHOWN = `(${UNSETTLED} OR $__timeFilter_ms(first_at)) AND ${CHOSEN}`;

const unchecked = stat({
  title: 'Ждут проверки',
  description: 'Истории, у которых есть повод для проверки, а человек её ещё не начал. Повод – не вывод: решает человек.',
  sql: `SELECT countIf(status IN ('SUSPECTED', 'RESURFACED')) AS unchecked FROM v_suspicion WHERE ${CHOSEN}`,
  columns: { unchecked: count('Ждут') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, SOON]),
  none: NOTHING,
  list: () => list,
});

const late = stat({
  title: 'Прошло 4 часа без решения',
  description: 'С первой копии прошло больше четырёх часов, а решения или опровержения нет. После этого опровержение действует в несколько раз слабее.',
  sql: `SELECT countIf(${UNSETTLED} AND due_at < now64(3, 'UTC')) AS late FROM v_suspicion WHERE ${CHOSEN}`,
  columns: { late: count('Опоздали') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: NOTHING,
  list: () => list,
});

const back = stat({
  title: 'Вернулось опровергнутое',
  description: 'Утверждения, которые уже опровергали, а они разошлись снова за выбранное время.',
  sql: `SELECT countIf(resurfaced) AS back FROM v_suspicion WHERE $__timeFilter_ms(first_at) AND ${CHOSEN}`,
  columns: { back: count('Вернулось') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, SOON]),
  none: NOTHING,
  list: () => list,
});

const precision = stat({
  title: 'Точность поводов',
  description: 'Из проверенных человеком историй – доля подтверждённых. Низкая – Отклик тревожит зря: сообщите разработчику.',
  sql: `SELECT reviewed, precision FROM v_suspicion_precision`,
  columns: { reviewed: hidden('number'), precision: share('Подтвердилось') },
  unit: SHARE,
  thresholds: steps(SOON, [0.5, NEUTRAL], [0.7, IN_TIME]),
  none: 'Ещё ни одна история не проверена человеком',
  list: () => list,
});

const inTime = stat({
  title: 'Опровергнуто за 4 часа',
  description: 'Из опровергнутых историй – доля тех, где опровержение вышло не позже четырёх часов после первой копии.',
  sql: `SELECT refuted, if(refuted = 0, NULL, refuted_in_time / refuted) AS in_time FROM v_suspicion_precision`,
  columns: { refuted: hidden('number'), in_time: share('В срок') },
  unit: SHARE,
  thresholds: steps(OVERDUE, [0.7, SOON], [0.9, IN_TIME]),
  none: 'Опровержений ещё не было',
  list: () => list,
});

const list = table({
  title: 'Что проверить: истории и поводы',
  description:
    'Сначала нерешённые, самые быстрые первыми. «До 4 часов» – сколько осталось до черты, после которой опровержение слабеет, «Позже 4 часов» – насколько она пройдена. Щелчок по тексту открывает первый пост, по «Копий» – распространение.',
  sql: `
    SELECT
      suspicion_id,
      url,
      status,
      if(${UNSETTLED}, ${until('due_at')}, NULL) AS remaining,
      if(${UNSETTLED}, ${since('due_at')}, NULL) AS late,
      copies,
      pages,
      burst,
      questions,
      rating,
      score,
      ${REASONS} AS why,
      first_at AS first,
      if(community_name = '', community_id, community_name) AS page,
      ${brief('text', 240)} AS story,
      claim_text AS claim
    FROM v_suspicion
    WHERE ${SHOWN}
    ORDER BY ${UNSETTLED} DESC, burst DESC, copies DESC
    LIMIT 200`,
  columns: {
    suspicion_id: hidden(),
    url: hidden(),
    status: word('Шаг', STEPS, { width: 145 }),
    remaining: duration('До 4 часов', { width: 100, thresholds: steps(SOON, [7200, IN_TIME]), cell: 'color-text' }),
    late: duration('■ Позже 4 часов', { width: 130, thresholds: steps(OVERDUE), cell: 'color-text' }),
    copies: count('Копий', { width: 75, links: [to('misinformation', 'Распространение этой истории', { story: ofRow('suspicion_id') }, [])] }),
    pages: count('Страниц', { width: 85 }),
    burst: count('За 15 минут', { width: 100 }),
    questions: count('«Правда?»', { width: 90 }),
    rating: word('Решение', RATINGS, { width: 170 }),
    score: share('Повод', { width: 75 }),
    why: text('Почему', { width: 280, wrap: true }),
    first: moment('Первая копия'),
    page: text('Где впервые', { width: 150 }),
    story: text('Текст', { wrap: true, links: [toPost()] }),
    claim: text('Похоже на утверждение', { width: 220, wrap: true }),
  },
  none: NOTHING,
});

const spread = series({
  title: 'Распространение и опровержение',
  description:
    'Копии, вопросы «это правда?» и опровержения за четверть часа. Выберите историю вверху: появится черта четырёх часов от первой копии; опровержение левее её действует.',
  sql: `
    SELECT
      toStartOfInterval(toDateTime(window_start), INTERVAL 15 MINUTE) AS time,
      sumIf(copies, kind = 'STORY') AS story,
      sumIf(copies, kind = 'QUESTION') AS question,
      sumIf(copies, kind = 'REFUTATION') AS refutation
    FROM v_spread
    WHERE $__timeFilter_ms(window_start)
      AND ${chosen(`hasAny(stories, [\${story:singlequote}])`, 'story')}
      AND ${scope({ region: 'region', municipality: 'municipality', platform: 'platform', community: 'community_id' })}
    GROUP BY time
    ORDER BY time`,
  columns: {
    time: { kind: 'time' },
    story: count('◆ Копии', { color: OVERDUE }),
    question: count('? «Это правда?»', { color: SOON }),
    refutation: count('✓ Опровержения', { color: IN_TIME }),
  },
  unit: COUNT,
  bars: true,
  interval: '15m',
  none: 'За выбранное время копий не было',
});

const reach = table({
  title: 'Кто кого догнал: охват историй и опровержений',
  description: 'Копии и просмотры до и после опровержения. «Охват опровержения» выше 100 % – опровержение увидели чаще, чем саму историю.',
  sql: `
    SELECT r.suspicion_id AS suspicion_id, ${brief('s.text', 120)} AS story, r.copies_before AS copies_before, r.copies_after AS copies_after,
      r.story_views AS story_views, r.refutation_views AS refutation_views, r.refutation_share AS refutation_share,
      s.seconds_to_refutation AS refuted_after
    FROM v_story_reach AS r
    INNER JOIN (SELECT suspicion_id, text, seconds_to_refutation FROM v_suspicion WHERE ${SHOWN}) AS s ON s.suspicion_id = r.suspicion_id
    ORDER BY story_views DESC, copies_before DESC
    LIMIT 100`,
  columns: {
    suspicion_id: hidden(),
    story: text('История', { links: [to('misinformation', 'Распространение этой истории', { story: ofRow('suspicion_id') }, [])] }),
    copies_before: count('Копий до', { width: 90 }),
    copies_after: count('после', { width: 80 }),
    story_views: count('Просмотров', { width: 110 }),
    refutation_views: count('У опровержения', { width: 125 }),
    refutation_share: share('Охват опровержения', { width: 150, thresholds: steps(OVERDUE, [0.5, SOON], [1, IN_TIME]), cell: 'color-text' }),
    refuted_after: duration('Опровергнуто через', { width: 150, thresholds: steps(IN_TIME, [14_400, OVERDUE]), cell: 'color-text' }),
  },
  none: 'Историй за выбранное время нет',
});

const claims = table({
  title: 'Утверждения',
  description: 'Реестр проверяемых и проверенных утверждений: решение, кем и почему, сколько раз возвращалось. Пополняется командой otklik claims import.',
  sql: `
    SELECT
      claim_id,
      if(review_url != '', review_url, first_appearance) AS url,
      rating,
      text AS claim,
      stories,
      resurfacings,
      copies,
      if(stories = 0, NULL, toNullable(last_at)) AS last,
      rated_by,
      rating_reason,
      updated_at AS updated
    FROM v_claim
    ORDER BY updated DESC
    LIMIT 200`,
  columns: {
    claim_id: hidden(),
    url: hidden(),
    rating: word('Решение', RATINGS, { width: 170 }),
    claim: text('Утверждение', { wrap: true, links: [toPost()] }),
    stories: count('Историй', { width: 85 }),
    resurfacings: count('Вернулось', { width: 90 }),
    copies: count('Копий', { width: 80 }),
    last: moment('Последняя копия', { width: 130 }),
    rated_by: text('Кто решил', { width: 130 }),
    rating_reason: text('Почему', { width: 240, wrap: true }),
    updated: moment('Изменено'),
  },
  none: 'Реестр утверждений пуст: загрузите его командой otklik claims import',
});

/** The line of four hours, of a chosen story alone: of all of them they would be a fence. */
const fourHours = () =>
  new AnnotationQueryBuilder()
    .name('Четыре часа')
    .datasource(clickHouse)
    .enable(true)
    .hide(false)
    .iconColor(OVERDUE)
    .target(
      clickHouseQuery(
        `
        SELECT due_at AS time, 'Четыре часа от первой копии' AS text, status AS tags
        FROM v_suspicion
        WHERE NOT (${chosen('1 = 0', 'story')}) AND suspicion_id IN (\${story:singlequote})`,
        'table',
        'Anno',
      ) as never,
    );

export const misinformation = (): Built =>
  page({
    uid: UID.misinformation,
    title: 'Недостоверная информация',
    description: 'Что расходится и почему это стоит проверить; успели ли с опровержением. Вывод о достоверности делает человек.',
    from: 'now-48h',
    refresh: '1m',
    variables: [clickHouseSource(), ...pageVariables(), stories()],
    annotations: [fourHours()],
    shelves: [
      { height: 4, panels: [[5, unchecked], [5, late], [4, back], [5, precision], [5, inTime]] },
      { height: 12, panels: [[24, list]] },
      { height: 9, panels: [[12, spread], [12, reach]] },
      { height: 10, panels: [[24, claims]] },
    ],
  });
