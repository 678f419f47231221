import { IN_TIME, NEUTRAL, OVERDUE, SOON, steps } from '../blocks/colours';
import { count, duration, hidden, moment, share, text, word } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toPost, UID } from '../blocks/links';
import { bars, series, stat, table } from '../blocks/panels';
import { componentsWhere, LAST_DAY, LIGHTS } from '../blocks/scorecard';
import { COUNT, SHARE } from '../blocks/units';
import { clickHouseSource, pageVariables, PAGE_SCOPE, scope } from '../blocks/variables';
import { named, PLATFORMS } from '../blocks/terms';

const PAGES = `FROM v_community WHERE valid_now AND ${scope(PAGE_SCOPE)}`;
const NO_PAGES = 'В реестре нет таких страниц: загрузите его командой otklik registry import';

/** Posts that pages wrote in the last week, by page. */
const POSTS = `
      SELECT community_id, uniqExact(message_id) AS posts, max(at) AS last
      FROM v_message_created
      WHERE at >= now64(3, 'UTC') - INTERVAL 7 DAY AND type = 'POST' AND author_kind = 'COMMUNITY'
      GROUP BY community_id`;

const pages = stat({
  title: 'Страниц в реестре',
  description: 'Официальные страницы выбора, за которыми следит Отклик.',
  sql: `SELECT count() AS pages ${PAGES}`,
  columns: { pages: count('Страниц') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NO_PAGES,
  list: () => register,
});

const agencies = stat({
  title: 'Ведомств',
  description: 'Сколько ведомств ведут эти страницы.',
  sql: `SELECT uniqExact(agency_id) AS agencies ${PAGES}`,
  columns: { agencies: count('Ведомств') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NO_PAGES,
  list: () => register,
});

const silent = stat({
  title: 'Меньше трёх постов за неделю',
  description: 'Страницы, где за семь суток меньше трёх постов: обычная норма – не реже трёх в неделю. Список – в таблице ниже, сверху.',
  sql: `
    SELECT countIf(p.posts < 3) AS silent
    FROM v_community AS c
    LEFT JOIN (${POSTS}) AS p ON p.community_id = c.community_id
    WHERE c.valid_now AND ${scope({ region: 'c.region', municipality: 'c.municipality', agency: 'c.agency_id', community: 'c.community_id', platform: 'c.platform' })}`,
  columns: { silent: count('Страниц') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, SOON]),
  none: NO_PAGES,
  list: () => register,
});

const byPlatform = bars({
  title: 'По площадкам',
  description: 'Сколько страниц на каждой площадке.',
  sql: `
    SELECT ${named('platform', PLATFORMS, 'toString(platform)')} AS name, count() AS pages
    ${PAGES}
    GROUP BY name
    ORDER BY pages DESC`,
  columns: { name: text('Площадка'), pages: count('Страниц') },
  by: 'name',
  none: NO_PAGES,
});

const byMunicipality = bars({
  title: 'По муниципалитетам',
  description: 'Двадцать муниципалитетов с наибольшим числом страниц.',
  sql: `
    SELECT if(municipality = '', 'весь регион', municipality) AS name, count() AS pages
    ${PAGES}
    GROUP BY name
    ORDER BY pages DESC
    LIMIT 20`,
  columns: { name: text('Муниципалитет'), pages: count('Страниц') },
  by: 'name',
  none: NO_PAGES,
});

const byLevel = bars({
  title: 'По уровням',
  description: 'Сколько страниц у региональных и муниципальных ведомств и у их учреждений.',
  sql: `
    SELECT if(level = '', 'не указан', toString(level)) AS name, count() AS pages
    ${PAGES}
    GROUP BY name
    ORDER BY pages DESC
    LIMIT 20`,
  columns: { name: text('Уровень'), pages: count('Страниц') },
  by: 'name',
  none: NO_PAGES,
});

const posts = series({
  title: 'Посты и комментарии',
  description: 'Сколько постов страницы опубликовали и сколько комментариев написали жители; удалённые не считаются.',
  sql: `
    SELECT
      $__timeInterval(window_start) AS time,
      sum(posts) AS posts,
      sum(comments) AS comments
    FROM v_engagement
    WHERE size = 'HOUR' AND dimension = 'COMMUNITY'
      AND $__timeFilter_ms(window_start)
      AND ${scope(PAGE_SCOPE)}
    GROUP BY time
    ORDER BY time`,
  columns: { time: { kind: 'time' }, posts: count('Постов страниц', { color: NEUTRAL }), comments: count('Комментариев жителей', { color: IN_TIME }) },
  unit: COUNT,
  interval: '1h',
  none: 'За выбранное время страницы и жители ничего не написали, или задание engagement не запущено',
});

const register = table({
  title: 'Страницы',
  description:
    'Реестр с тем, как живёт страница: посты за семь суток, последний пост, обращения за выбранное время и доля ответов в срок. Сверху – самые тихие. Щелчок по названию открывает страницу.',
  sql: `
    SELECT
      c.url AS url,
      c.community_id AS community_id,
      c.name AS page,
      ${named('c.platform', PLATFORMS, 'toString(c.platform)')} AS platform,
      c.agency_name AS agency,
      c.municipality AS municipality,
      c.status AS status,
      p.posts AS posts,
      if(p.posts = 0, NULL, p.last) AS last,
      a.appeals AS appeals,
      a.in_time AS in_time,
      a.median AS median
    FROM v_community AS c
    LEFT JOIN (${POSTS}) AS p ON p.community_id = c.community_id
    LEFT JOIN (
      SELECT
        community_id,
        count() AS appeals,
        countIf(first_breached_at IS NULL AND first_response_at IS NOT NULL AND first_response_due_at IS NOT NULL) AS met,
        met / nullIf(met + countIf(first_breached_at IS NOT NULL), 0) AS in_time,
        quantileExactOrNullIf(0.5)(assumeNotNull(first_response_millis), first_response_at IS NOT NULL) / 1000 AS median
      FROM v_appeal
      WHERE $__timeFilter_ms(published_at) AND status NOT IN ('WITHDRAWN', 'MERGED')
      GROUP BY community_id
    ) AS a ON a.community_id = c.community_id
    WHERE c.valid_now AND ${scope({ region: 'c.region', municipality: 'c.municipality', agency: 'c.agency_id', community: 'c.community_id', platform: 'c.platform' })}
    ORDER BY posts, page
    LIMIT 3000`,
  columns: {
    url: hidden(),
    community_id: hidden(),
    page: text('Страница', { links: [toPost()] }),
    platform: text('Площадка', { width: 125 }),
    agency: text('Ведомство', { width: 260 }),
    municipality: text('Муниципалитет', { width: 180 }),
    status: text('Статус', { width: 120 }),
    posts: count('Постов за 7 суток', { width: 130, thresholds: steps(SOON, [3, IN_TIME]), cell: 'color-text' }),
    last: moment('Последний пост'),
    appeals: count('Обращений', { width: 95, links: [to('appeals', 'Обращения страницы', { state: 'all', community: ofRow('community_id') }, [])] }),
    in_time: share('В срок', { width: 80, thresholds: steps(OVERDUE, [0.7, SOON], [0.9, IN_TIME]), cell: 'color-background' }),
    median: duration('Медиана ответа', { width: 130 }),
  },
  none: NO_PAGES,
});

/** The chosen pages by month beside those of a year before, as v_audience_month counts them for all pages. */
const MONTHS = `(
      SELECT
        m.month + toIntervalMonth(back) AS month,
        m.platform AS platform,
        toInt64(countIf(back = 0)) AS pages,
        toInt64(countIf(back = 12)) AS pages_year_before,
        sumIf(m.subscribers, back = 0) AS subscribers,
        sumIf(m.subscribers, back = 12) AS subscribers_year_before
      FROM v_page_month AS m
      ARRAY JOIN [0, 12] AS back
      WHERE ${scope({ region: 'm.region', municipality: 'm.municipality', agency: 'm.agency_id', community: 'm.community_id', platform: 'm.platform' })}
      GROUP BY month, platform
    )`;
const LAST_MONTH = '(SELECT max(month) FROM v_page_month)';
const NO_AUDIENCE = 'Подписчиков ещё не считали: площадка их не отдаёт или задание engagement не запущено';

const subscribers = stat({
  title: 'Подписчиков',
  description: 'Аудитория страниц выбора по последнему наблюдению каждой страницы в последнем месяце. Один житель считается на каждой странице.',
  sql: `SELECT sumOrNull(subscribers) AS subscribers FROM ${MONTHS} WHERE month = ${LAST_MONTH}`,
  columns: { subscribers: count('Подписчиков') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NO_AUDIENCE,
  list: () => history,
});

const growth = stat({
  title: 'За год',
  description: 'Насколько аудитория выросла к тому же месяцу год назад. Страниц при этом могло стать меньше: аудитория и число страниц – разное.',
  sql: `
    SELECT sum(subscribers) AS now, sum(subscribers_year_before) AS before, if(before = 0, NULL, (now - before) / before) AS growth
    FROM ${MONTHS} WHERE month = ${LAST_MONTH}`,
  columns: { now: hidden('number'), before: hidden('number'), growth: share('Рост', { decimals: 1 }) },
  unit: SHARE,
  thresholds: steps(OVERDUE, [0, IN_TIME]),
  none: 'Год назад подписчиков ещё не считали',
  list: () => history,
});

const audience = bars({
  title: 'Аудитория по площадкам',
  description: 'Подписчики страниц выбора на каждой площадке в последнем месяце.',
  sql: `
    SELECT ${named('platform', PLATFORMS, 'toString(platform)')} AS name, sum(subscribers) AS subscribers
    FROM ${MONTHS} WHERE month = ${LAST_MONTH}
    GROUP BY name
    ORDER BY subscribers DESC`,
  columns: { name: text('Площадка'), subscribers: count('Подписчиков') },
  by: 'name',
  none: NO_AUDIENCE,
});

const history = table({
  title: 'Аудитория по месяцам',
  description: 'Страницы и подписчики по месяцам рядом с годом раньше; последние двенадцать.',
  sql: `
    SELECT month, sum(pages) AS pages, sum(pages_year_before) AS pages_before, sum(subscribers) AS subscribers, sum(subscribers_year_before) AS subscribers_before,
      if(subscribers_before = 0, NULL, (subscribers - subscribers_before) / subscribers_before) AS growth
    FROM ${MONTHS}
    WHERE month <= ${LAST_MONTH}
    GROUP BY month
    ORDER BY month DESC
    LIMIT 12`,
  columns: {
    month: moment('Месяц', { unit: 'time:MM.YYYY', width: 90 }),
    pages: count('Страниц'),
    pages_before: count('год назад'),
    subscribers: count('Подписчиков'),
    subscribers_before: count('год назад'),
    growth: share('Рост', { decimals: 1, thresholds: steps(OVERDUE, [0, IN_TIME]), cell: 'color-text' }),
  },
  none: NO_AUDIENCE,
});

const NO_LIGHTS = 'За выбранное время ни одного дня не закрыто, или задание engagement не запущено';

const redPages = stat({
  title: '■ Красных страниц',
  description: 'Страницы, у которых есть меньше половины того, что от них требуется, в последний закрытый день выбранного времени. Список – в «Светофоре».',
  sql: `SELECT count() AS known, if(known = 0, NULL, countIf(light = 'RED')) AS red FROM v_scorecard WHERE day = ${LAST_DAY} AND ${scope(PAGE_SCOPE)}`,
  columns: { known: hidden('number'), red: count('Красных') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: NO_LIGHTS,
  list: () => lights,
});

const lights = table({
  title: 'Светофор госпабликов',
  description:
    'Что из требуемого есть у страницы, в последний закрытый день выбранного времени; худшие сверху. «Баллы» – доля от возможных по тому, что известно: неизвестное не портит и не улучшает. Оформление страниц загружают командой otklik scorecard import, веса меняют командой otklik scorecard weights.',
  sql: `
    SELECT
      url,
      community_id,
      light,
      score / 100 AS score,
      known_share AS known,
      community_name AS page,
      agency_name AS agency,
      posts_week AS posts,
      ${componentsWhere('c.points < c.most')} AS lacks,
      ${componentsWhere('c.points IS NULL')} AS unknown
    FROM v_scorecard
    WHERE day = ${LAST_DAY}
      AND ${scope(PAGE_SCOPE)}
    ORDER BY indexOf(['RED', 'YELLOW', 'GREEN', 'UNKNOWN'], light), score, page
    LIMIT 3000`,
  columns: {
    url: hidden(),
    community_id: hidden(),
    light: word('Светофор', LIGHTS, { width: 140 }),
    score: share('Баллы', { width: 75 }),
    known: share('Известно', { width: 85 }),
    page: text('Страница', { width: 230, links: [toPost()] }),
    agency: text('Ведомство', { width: 230 }),
    posts: count('Постов за неделю', { width: 130, thresholds: steps(SOON, [3, IN_TIME]), cell: 'color-text' }),
    lacks: text('Не хватает', { wrap: true }),
    unknown: text('Неизвестно', { wrap: true }),
  },
  none: NO_LIGHTS,
});

export const officialPages = (): Built =>
  page({
    uid: UID.pages,
    title: 'Госпаблики',
    description: 'Реестр официальных страниц: сколько их, у кого, пишут ли они и отвечают ли.',
    from: 'now-7d',
    refresh: '5m',
    variables: [clickHouseSource(), ...pageVariables()],
    shelves: [
      { height: 4, panels: [[4, pages], [4, agencies], [4, silent], [4, redPages], [4, subscribers], [4, growth]] },
      { height: 9, panels: [[8, byPlatform], [8, audience], [8, history]] },
      { height: 9, panels: [[8, byLevel], [8, byMunicipality], [8, posts]] },
      { height: 14, panels: [[24, lights]] },
      { height: 16, panels: [[24, register]] },
    ],
  });
