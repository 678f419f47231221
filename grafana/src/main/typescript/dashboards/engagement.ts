import { IN_TIME, NEUTRAL, OVERDUE, QUIET, signs, SOON, steps } from '../blocks/colours';
import { count, hidden, moment, share, text } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toPost, UID } from '../blocks/links';
import { bars, series, stat, table } from '../blocks/panels';
import { brief } from '../blocks/terms';
import { COUNT, SHARE } from '../blocks/units';
import { clickHouseSource, pageVariables, PAGE_SCOPE, scope, scopeByPage } from '../blocks/variables';

/** Pages by hours: the sums of an hour add up, and every choice is a property of the page. */
const HOURS = `v_engagement
    WHERE size = 'HOUR' AND dimension = 'COMMUNITY'
      AND $__timeFilter_ms(window_start)
      AND ${scope(PAGE_SCOPE)}`;
const POSTS = `v_engagement
      WHERE size = 'DAY' AND dimension = 'POST'
        AND $__timeFilter_ms(window_start)
        AND ${scope(PAGE_SCOPE)}`;
/** Comments that were read and those that the platform counted are the same, though not always in the same hour: sums are compared. */
const GAINED = `sum(likes) + sum(reposts) + greatest(sum(comments), sum(counted_comments))`;
const NONE = 'За выбранное время страницы ничего не набрали, или задание engagement не запущено';

const posts = stat({
  title: 'Постов',
  description: 'Сколько постов опубликовали страницы выбора за выбранное время.',
  sql: `SELECT sumOrNull(posts) AS posts FROM ${HOURS}`,
  columns: { posts: count('Постов') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NONE,
  list: () => pages,
});

const interactions = stat({
  title: 'Откликов',
  description: 'Реакции, репосты и комментарии вместе, набранные за выбранное время.',
  sql: `SELECT sumOrNull(gained) AS interactions FROM (SELECT ${GAINED} AS gained FROM ${HOURS} GROUP BY community_id)`,
  columns: { interactions: count('Откликов') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NONE,
  list: () => pages,
});

const views = stat({
  title: 'Просмотров',
  description: 'Просмотры постов, набранные за выбранное время.',
  sql: `SELECT sumOrNull(views) AS views FROM ${HOURS}`,
  columns: { views: count('Просмотров') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NONE,
  list: () => pages,
});

const rate = stat({
  title: 'Откликов на просмотр',
  description: 'Отклики, делённые на просмотры (ERV). Показывает, трогает ли написанное, а не сколько людей подписано. Считаются только посты, чьи просмотры известны: отклики на остальные, как в Telegram, не входят ни в числитель, ни в знаменатель. По целым суткам.',
  sql: `
    SELECT sum(of_post) AS seen, sumIf(gained, of_post > 0) / nullIf(seen, 0) AS rate
    FROM (SELECT sum(views) AS of_post, ${GAINED} AS gained FROM ${POSTS} GROUP BY community_id, dimension_id)`,
  columns: { seen: hidden('number'), rate: share('ERV', { decimals: 2 }) },
  unit: SHARE,
  thresholds: steps(NEUTRAL),
  none: NONE,
  list: () => pages,
});

const overTime = series({
  title: 'Отклики по часам',
  description: 'Реакции, репосты и комментарии по часам. Всплеск без поста – повод посмотреть, что обсуждают.',
  sql: `
    SELECT
      $__timeInterval(window_start) AS time,
      sum(likes) AS likes,
      sum(reposts) AS reposts,
      sum(greatest(comments, counted_comments)) AS comments
    FROM ${HOURS}
    GROUP BY time
    ORDER BY time`,
  columns: {
    time: { kind: 'time' },
    likes: count('Реакции', { color: NEUTRAL }),
    reposts: count('Репосты', { color: SOON }),
    comments: count('Комментарии', { color: IN_TIME }),
  },
  unit: COUNT,
  interval: '1h',
  none: NONE,
});

const kinds = bars({
  title: 'Чем пишут',
  description: 'Посты по виду: текст, фото, видео, клип, опрос.',
  sql: `
    SELECT kind.1 AS name, sum(kind.2) AS posts
    FROM (
      SELECT arrayJoin([
        ('текст', posts_text), ('фото', posts_photo), ('видео', posts_video),
        ('клип', posts_clip), ('опрос', posts_poll), ('другое', posts_other)
      ]) AS kind
      FROM ${HOURS}
    )
    GROUP BY name
    ORDER BY posts DESC`,
  columns: { name: text('Вид'), posts: count('Постов') },
  by: 'name',
  none: NONE,
});

const top = table({
  title: 'Лучшие посты',
  description: 'Пятьдесят постов, набравших больше всего откликов за выбранные сутки и дни. Щелчок по тексту открывает пост.',
  sql: `
    SELECT
      p.post_id AS post_id,
      m.url AS url,
      if(c.name = '', p.page_id, c.name) AS page,
      ${brief('m.text')} AS post,
      p.seen AS views,
      p.liked AS likes,
      p.reposted AS reposts,
      p.commented AS comments,
      p.gained AS interactions,
      p.gained / nullIf(p.seen, 0) AS rate
    FROM (
      SELECT dimension_id AS post_id, any(community_id) AS page_id, sum(views) AS seen, sum(likes) AS liked, sum(reposts) AS reposted,
        greatest(sum(comments), sum(counted_comments)) AS commented, liked + reposted + commented AS gained
      FROM ${POSTS}
      GROUP BY post_id
      ORDER BY gained DESC
      LIMIT 50
    ) AS p
    LEFT ANY JOIN (
      SELECT message_id, url, text
      FROM v_message
      WHERE (community_id, thread_id, message_id) IN (
        SELECT community_id, dimension_id, dimension_id
        FROM ${POSTS}
        GROUP BY community_id, dimension_id
        ORDER BY ${GAINED} DESC
        LIMIT 60
      )
    ) AS m ON m.message_id = p.post_id
    LEFT ANY JOIN v_community AS c ON c.community_id = p.page_id
    ORDER BY interactions DESC`,
  columns: {
    post_id: hidden(),
    url: hidden(),
    page: text('Страница', { width: 200 }),
    post: text('Пост', { links: [toPost()] }),
    views: count('Просмотры', { width: 110 }),
    likes: count('Реакции', { width: 90 }),
    reposts: count('Репосты', { width: 90 }),
    comments: count('Комментарии', { width: 120 }),
    interactions: count('Откликов', { width: 120, cell: 'gauge', thresholds: steps(NEUTRAL) }),
    rate: share('На просмотр', { width: 110, decimals: 2 }),
  },
  none: NONE,
});

const pages = table({
  title: 'Страницы по откликам',
  description: 'Как живут страницы за выбранное время. Щелчок по странице открывает её строку в «Госпабликах».',
  sql: `
    SELECT
      e.community_id AS community_id,
      any(e.dimension_name) AS page,
      any(c.agency_name) AS agency,
      sum(e.posts) AS posts,
      sum(e.views) AS views,
      sum(e.likes) + sum(e.reposts) + greatest(sum(e.comments), sum(e.counted_comments)) AS gained,
      gained / nullIf(views, 0) AS rate,
      max(e.subscribers) AS subscribers,
      gained / nullIf(subscribers, 0) AS per_subscriber
    FROM (SELECT * FROM ${HOURS}) AS e
    LEFT ANY JOIN v_community AS c ON c.community_id = e.community_id
    GROUP BY community_id
    ORDER BY gained DESC
    LIMIT 300`,
  columns: {
    community_id: hidden(),
    page: text('Страница', { links: [to('pages', 'Страница в реестре', { community: ofRow('community_id') }, [])] }),
    agency: text('Ведомство', { width: 230 }),
    posts: count('Постов', { width: 80 }),
    views: count('Просмотров', { width: 110 }),
    gained: count('Откликов', { width: 120, cell: 'gauge', thresholds: steps(NEUTRAL) }),
    rate: share('На просмотр (ERV)', { width: 140, decimals: 2 }),
    subscribers: count('Подписчиков', { width: 115 }),
    per_subscriber: share('На подписчика (ER)', { width: 145, decimals: 2 }),
  },
  none: NONE,
});

const spikes = table({
  title: 'Всплески',
  description:
    'Посты и страницы, на которые отзываются необычно часто: идущие сейчас, затем бывшие за выбранное время. Первыми – те, под которыми растёт критика без ответа. Щелчок открывает пост, по странице – её обращения без ответа.',
  sql: `
    SELECT
      url,
      community_id,
      raised_at AS raised,
      if(is_raised, '△ идёт', '– прошёл') AS standing,
      if(criticism_grows, '‼ растёт', '') AS criticism,
      unanswered,
      community_name AS page,
      ${brief('text')} AS post
    FROM v_spike
    WHERE (is_raised OR $__timeFilter_ms(raised_at)) AND ${scopeByPage({ agency: 'agency_id' })}
    ORDER BY place
    LIMIT 50`,
  columns: {
    url: hidden(),
    community_id: hidden(),
    raised: moment('Когда'),
    standing: text('Сейчас', { width: 90, mappings: signs({ '△': SOON, '–': QUIET }), cell: 'color-text' }),
    criticism: text('Критика', { width: 90, mappings: signs({ '‼': OVERDUE }), cell: 'color-text' }),
    unanswered: count('Без ответа', { width: 90, thresholds: steps('text', [1, SOON]), cell: 'color-text' }),
    page: text('Страница', { width: 180, links: [to('appeals', 'Обращения страницы без ответа', { state: 'silent', community: ofRow('community_id') }, [])] }),
    post: text('Пост', { links: [toPost()] }),
  },
  none: 'За выбранное время всплесков не было',
});

const campaigns = table({
  title: 'Кампании: хэштеги',
  description: 'Хэштеги постов: сколько постов и страниц их взяли и что они набрали.',
  sql: `
    SELECT hashtag, uniqExact(post_id) AS posts, uniqExact(community_id) AS pages, sum(views) AS views, sum(interactions) AS gained
    FROM v_campaign
    WHERE $__timeFilter_ms(window_start) AND ${scope(PAGE_SCOPE)}
    GROUP BY hashtag
    ORDER BY gained DESC
    LIMIT 50`,
  columns: {
    hashtag: text('Хэштег'),
    posts: count('Постов', { width: 80 }),
    pages: count('Страниц', { width: 85 }),
    views: count('Просмотров', { width: 110 }),
    gained: count('Откликов', { width: 110, cell: 'gauge', thresholds: steps(NEUTRAL) }),
  },
  none: 'За выбранное время хэштегов не было',
});

const spiking = stat({
  title: '△ Всплесков идёт',
  description: 'Сколько постов прямо сейчас собирают необычно много откликов. Список – ниже.',
  sql: `SELECT countIf(kind = 'ENGAGEMENT_SPIKE' AND is_raised) AS spikes FROM v_alert WHERE ${scopeByPage({ agency: 'agency_id' })}`,
  columns: { spikes: count('Всплесков') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, SOON], [10, OVERDUE]),
  none: 'Нет связи с хранилищем',
  list: () => spikes,
});

export const engagement = (): Built =>
  page({
    uid: UID.engagement,
    title: 'Вовлечённость',
    description: 'Чем живут страницы: посты, просмотры, отклики, лучшее, всплески и кампании.',
    from: 'now-7d',
    refresh: '5m',
    variables: [clickHouseSource(), ...pageVariables()],
    shelves: [
      { height: 4, panels: [[4, posts], [5, views], [5, interactions], [5, rate], [5, spiking]] },
      { height: 8, panels: [[16, overTime], [8, kinds]] },
      { height: 10, panels: [[24, top]] },
      { height: 10, panels: [[24, pages]] },
      { height: 9, panels: [[15, spikes], [9, campaigns]] },
    ],
  });
