import { IN_TIME, NEUTRAL, OVERDUE, SOON, steps } from '../blocks/colours';
import { Column, count, duration, hidden, moment, share, text } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toAppeal, toPost, UID } from '../blocks/links';
import { stat, table } from '../blocks/panels';
import { brief, named } from '../blocks/terms';
import { COUNT } from '../blocks/units';
import { chosen, clickHouseSource, nominationInForce, oneOf, period, ratedAgency, region } from '../blocks/variables';

const PERIOD = `period = \${period:singlequote} AND toString(toDate(period_start)) = \${start:singlequote}
      AND ${chosen(`region IN (\${region:singlequote})`, 'region')}`;
const AGENCY = chosen(`agency_id IN (\${agency:singlequote})`, 'agency');
const NONE = 'За этот месяц или год никто ещё не оценён: окна ответов и вовлечённости не закрыты';

const NEVER = '–';

const timely = () => steps(OVERDUE, [0.7, SOON], [0.9, IN_TIME]);

/** What a place is made of, in words; a measure that is not here keeps its own name. */
const MEASURES: Record<string, string> = {
  first_in_time_share: 'в срок',
  first_in_time_share_low: 'в срок, не хуже',
  final_in_time_share: 'по существу в срок',
  final_in_time_share_low: 'по существу в срок, не хуже',
  first_response_p50_seconds: 'половине ответили за',
  first_response_p90_seconds: '9 из 10 ответили за',
  reopen_share: 'открыто снова',
  reopen_share_high: 'открыто снова, не больше',
  template_share: 'шаблонных',
  template_share_high: 'шаблонных, не больше',
  opened: 'обращений',
  answered: 'ответов по существу',
  first_due: 'со сроком',
  first_silent: 'промолчали',
  final_due: 'со сроком ответа по существу',
  posts: 'постов',
  other_forms_share: 'не текст и фото',
  comments: 'комментариев',
  views: 'просмотров',
  interactions: 'откликов',
  er_by_views: 'откликов на просмотр',
  er_by_subs: 'откликов на подписчика',
  subscribers: 'подписчиков',
  subscribers_before: 'подписчиков прежде',
  subscribers_growth: 'рост подписчиков',
};

/** The figure `value` of a measure as people write it. */
const figure = (measure: string, value: string) => `multiIf(${value} IS NULL, 'нет данных',
          endsWith(${measure}, '_seconds'), concat(toString(round(assumeNotNull(${value}) / 3600, 1)), ' ч'),
          position(${measure}, '_share') > 0 OR startsWith(${measure}, 'er_') OR endsWith(${measure}, '_growth'), concat(toString(round(100 * assumeNotNull(${value}), 1)), ' %'),
          toString(toInt64(assumeNotNull(${value}))))`;

/** The rated month or year, whatever time is chosen: its first moment and the first after it, less one millisecond. */
const SPAN = `toUnixTimestamp64Milli(toDateTime64(period_start, 3, 'UTC')) AS from_ms,
      toUnixTimestamp64Milli(toDateTime64(addMonths(period_start, if(period = 'MONTH', 1, 12)), 3, 'UTC')) - 1 AS to_ms`;
const RATED_TIME = 'from=${__data.fields.from_ms}&to=${__data.fields.to_ms}';

const agency = (): Column =>
  text('Ведомство', {
    links: [
      to('response', 'Как отвечает', { agency: ofRow('agency_id') }, ['region'], RATED_TIME),
      to('appeals', 'Обращения', { agency: ofRow('agency_id'), state: 'all' }, ['region'], RATED_TIME),
    ],
  });

const rated = stat({
  title: 'Ведомств оценено',
  description: 'Сколько ведомств за этот месяц или год имели обращения со сроком или вели страницы.',
  sql: `SELECT count() AS agencies FROM v_rating WHERE ${PERIOD}`,
  columns: { agencies: count('Ведомств') },
  unit: COUNT,
  thresholds: steps(NEUTRAL),
  none: NONE,
  list: () => all,
});

const red = stat({
  title: 'В красной зоне',
  description: 'Ведомства, у которых даже верхняя граница доли в срок ниже 70 %: плохо не по малому числу, а наверняка.',
  sql: `SELECT countIf(first_in_time_share_high < 0.7) AS red FROM v_rating WHERE ${PERIOD}`,
  columns: { red: count('Ведомств') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: NONE,
  list: () => all,
});

const silent = stat({
  title: 'Промолчали',
  description: 'Обращения, чей срок прошёл, а ответа так и нет.',
  sql: `SELECT sumOrNull(first_silent) AS silent FROM v_rating WHERE ${PERIOD} AND ${AGENCY}`,
  columns: { silent: count('Обращений') },
  unit: COUNT,
  thresholds: steps(IN_TIME, [1, OVERDUE]),
  none: NONE,
  list: () => all,
});

const all = table({
  title: 'Все ведомства: худшие сверху',
  description:
    '«В срок, не хуже» – нижняя граница доли (интервал Уилсона, 95 %): по ней сравнивают больших и малых. Доля считает молчание просрочкой, а время – тем, кому не ответили вовсе: прочерк – столько и не дождались. В списке и те, кто в реестре, но ничего не делал. Щелчок по ведомству открывает, как оно отвечает, и его обращения.',
  sql: `
    SELECT agency_id, agency_name AS agency, opened, first_due, first_silent, first_in_time_share, first_in_time_share_low,
      final_in_time_share, first_response_p50_seconds, first_response_p90_seconds, reopen_share, template_share, er_by_views, subscribers_growth,
      ${SPAN}
    FROM v_rating
    WHERE ${PERIOD}
      AND ${AGENCY}
    ORDER BY first_in_time_share_low ASC NULLS LAST, first_due DESC
    LIMIT 300`,
  columns: {
    agency_id: hidden(),
    agency: agency(),
    opened: count('Обращений', { width: 95 }),
    first_due: count('Со сроком', { width: 90 }),
    first_silent: count('■ Молчат', { width: 85, thresholds: steps('text', [1, OVERDUE]), cell: 'color-text' }),
    first_in_time_share: share('В срок', { width: 75 }),
    first_in_time_share_low: share('В срок, не хуже', { width: 125, thresholds: timely(), cell: 'color-background' }),
    final_in_time_share: share('По существу в срок', { width: 140 }),
    first_response_p50_seconds: duration('Половине за', { width: 125, none: NEVER }),
    first_response_p90_seconds: duration('9 из 10 за', { width: 120, none: NEVER }),
    reopen_share: share('Открыто снова', { width: 110 }),
    template_share: share('Шаблонных', { width: 95 }),
    er_by_views: share('На просмотр', { width: 105, decimals: 2 }),
    subscribers_growth: share('Рост подписчиков', { width: 130, decimals: 1 }),
    from_ms: hidden('number'),
    to_ms: hidden('number'),
  },
  none: NONE,
});

const nominated = table({
  title: 'Места в номинации',
  description:
    'Номинация – вверху; места – по взвешенному среднему мест в показателях, по правилам, какие сейчас в силе, среди всех ведомств, как в команде otklik rating. В последнем столбце – из чего место: показатель и место по нему. Внизу, без места, те, у кого мало случаев: судить рано.',
  sql: `
    SELECT place, agency_id, agency_name AS agency, mean_rank AS score,
      arrayStringConcat(arrayMap(m -> concat(${named('m.1', MEASURES)}, ' ',
        ${figure('m.1', 'm.2')}, if(is_ranked, concat(' (', toString(m.3), ')'), '')), measures), ' · ') AS decided,
      ${SPAN}
    FROM v_nomination
    WHERE ${PERIOD}
      AND nomination = \${nomination:singlequote}
      AND ${AGENCY}
    ORDER BY is_ranked DESC, place, agency
    LIMIT 300`,
  columns: {
    place: count('Место', { width: 65, none: NEVER }),
    agency_id: hidden(),
    agency: agency(),
    score: { kind: 'number', title: 'Среднее место', unit: 'none', decimals: 1, width: 115, none: 'мало данных' },
    decided: text('Из чего место', { wrap: true }),
    from_ms: hidden('number'),
    to_ms: hidden('number'),
  },
  none: 'За этот месяц или год никого нет в этой номинации',
});

const places = table({
  title: 'Первые в номинациях',
  description:
    'Первые три ведомства каждой номинации, какие сейчас в силе: свои номинации вводят командой otklik rating --publish. Равные делят место; места – среди всех ведомств, выбор региона их не меняет.',
  sql: `
    SELECT nomination_name AS nomination, place, agency_id, agency_name AS agency, mean_rank AS score, ranked_agencies AS ranked,
      ${SPAN}
    FROM v_nomination
    WHERE ${PERIOD}
      AND place <= 3
    ORDER BY nomination_position, nomination, place, agency
    LIMIT 100`,
  columns: {
    nomination: text('Номинация', { width: 320 }),
    place: count('Место', { width: 70 }),
    agency_id: hidden(),
    agency: agency(),
    score: { kind: 'number', title: 'Среднее место', unit: 'none', decimals: 1, width: 115 },
    ranked: count('Из скольких', { width: 100 }),
    from_ms: hidden('number'),
    to_ms: hidden('number'),
  },
  none: 'Ни у одного ведомства не хватает случаев, чтобы судить',
});

const FIGURES: Record<string, string> = {
  opened: 'обратились',
  answered: 'отвечено по существу',
  first_responses: 'первый ответ',
  first_due: 'срок первого ответа',
  first_in_time: '✓ первый ответ в срок',
  first_silent: '■ промолчали',
  final_due: 'срок ответа по существу',
  final_in_time: '✓ по существу в срок',
  reopened: 'открыто снова',
  posts: 'пост',
  views: 'просмотры поста',
  interactions: 'отклики на пост',
};

/** Of the authorities that were chosen; of none while it is all. */
const FACTS = `v_rating_fact
    WHERE NOT (${chosen('1 = 0', 'agency')})
      AND ${AGENCY}
      AND period = \${period:singlequote} AND toString(period_start) = \${start:singlequote}`;

const facts = table({
  title: 'Из чего сложилось',
  description: 'Обращения и посты, которые посчитаны в числах выбранных вверху ведомств, по показателям; последние пятьсот. Щелчок по обращению открывает его историю.',
  sql: `
    SELECT f.subject_id AS subject_id, if(m.url = '', f.url, m.url) AS url, f.agency_id AS agency, ${named('f.measure', FIGURES)} AS figure,
      f.at AS at, f.figure AS counted, multiIf(f.text != '', ${brief('f.text', 200)}, m.text != '', ${brief('m.text', 200)},
        concat('пост ', f.subject_id)) AS subject
    FROM (SELECT * FROM ${FACTS}) AS f
    LEFT ANY JOIN (
      SELECT message_id, url, text
      FROM v_message
      WHERE (community_id, thread_id, message_id) IN (SELECT community_id, subject_id, subject_id FROM ${FACTS} AND kind = 'POST')
    ) AS m ON m.message_id = f.subject_id
    ORDER BY at DESC, measure
    LIMIT 500`,
  columns: {
    subject_id: hidden(),
    url: hidden(),
    agency: text('Ведомство', { width: 160 }),
    figure: text('Показатель', { width: 210 }),
    at: moment('Когда', { width: 120 }),
    counted: count('Сколько', { width: 90 }),
    subject: text('Обращение или пост', { links: [toAppeal('subject_id'), toPost()] }),
  },
  none: 'Выберите ведомство вверху: здесь встанет то, что у него посчитано',
  mayBeEmpty: 'ведомство ещё не выбрано',
});

export const rating = (): Built =>
  page({
    uid: UID.rating,
    title: 'Рейтинг ведомств',
    description: 'Кто как отвечает и ведёт страницы за месяц или год, по номинациям; видны и лучшие, и худшие.',
    from: 'now-30d',
    ownTime: true,
    refresh: '15m',
    variables: [clickHouseSource(), oneOf('period', 'За', { Месяц: 'MONTH', Год: 'YEAR' }), period(), region(), ratedAgency(), nominationInForce()],
    shelves: [
      { height: 4, panels: [[8, rated], [8, red], [8, silent]] },
      { height: 12, panels: [[24, all]] },
      { height: 10, panels: [[24, places]] },
      { height: 12, panels: [[24, nominated]] },
      { height: 12, panels: [[24, facts]] },
    ],
  });
