import { IN_TIME, NEUTRAL, OVERDUE, SOON, steps } from '../blocks/colours';
import { Column, Columns, count, duration, hidden, moment, share, text } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { ofRow, to, toAppeal, toPost, UID } from '../blocks/links';
import { Nomination, nominations, score } from '../blocks/nominations';
import { stat, table } from '../blocks/panels';
import { brief, named } from '../blocks/terms';
import { COUNT } from '../blocks/units';
import { chosen, clickHouseSource, oneOf, period, ratedAgency, region } from '../blocks/variables';

const PERIOD = `period = \${period:singlequote} AND toString(toDate(period_start)) = \${start:singlequote}
      AND ${chosen(`region IN (\${region:singlequote})`, 'region')}`;
const AGENCY = chosen(`agency_id IN (\${agency:singlequote})`, 'agency');
const NONE = 'За этот месяц или год никто ещё не оценён: окна ответов и вовлечённости не закрыты';

const timely = () => steps(OVERDUE, [0.7, SOON], [0.9, IN_TIME]);

/** Every measure that a nomination may rank by. */
const MEASURES: Record<string, Column> = {
  first_in_time_share_low: share('В срок, не хуже', { width: 125, thresholds: timely(), cell: 'color-background' }),
  final_in_time_share: share('По существу в срок', { width: 140 }),
  first_response_p50_seconds: duration('Медиана ответа', { width: 125 }),
  first_response_p90_seconds: duration('9 из 10', { width: 120 }),
  reopen_share: share('Открыто снова', { width: 110 }),
  template_share: share('Шаблонных', { width: 95 }),
  er_by_views: share('На просмотр', { width: 105, decimals: 2 }),
  er_by_subs: share('На подписчика', { width: 115, decimals: 2 }),
  views: count('Просмотров', { width: 105 }),
  posts: count('Постов', { width: 80 }),
  subscribers_growth: share('Рост подписчиков', { width: 130, decimals: 1 }),
  other_forms_share: share('Не текст и фото', { width: 125 }),
};

const agency = (): Column =>
  text('Ведомство', { links: [to('response', 'Как отвечает', { agency: ofRow('agency_id') }, []), to('appeals', 'Обращения', { agency: ofRow('agency_id'), state: 'all' }, [])] });

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
    '«В срок, не хуже» – нижняя граница доли (интервал Уилсона, 95 %): по ней сравнивают больших и малых. Доля считает молчание просрочкой. Щелчок по ведомству открывает, как оно отвечает, и его обращения.',
  sql: `
    SELECT agency_id, agency_name AS agency, opened, first_due, first_silent, first_in_time_share, first_in_time_share_low,
      final_in_time_share, first_response_p50_seconds, first_response_p90_seconds, reopen_share, template_share, er_by_views, subscribers_growth
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
    ...pick(['first_in_time_share_low', 'final_in_time_share', 'first_response_p50_seconds', 'first_response_p90_seconds']),
    ...pick(['reopen_share', 'template_share', 'er_by_views', 'subscribers_growth']),
  },
  none: NONE,
});

function pick(names: string[]): Columns {
  return Object.fromEntries(
    names.map((name) => {
      if (!(name in MEASURES)) throw new Error(`A nomination ranks by ${name}, which this dashboard does not know`);
      return [name, MEASURES[name]];
    }),
  );
}

function nomination(one: Nomination) {
  const measures = one.by.map(({ measure }) => measure);
  return table({
    title: one.name,
    description: `Место – по взвешенному среднему мест в показателях справа, как в команде otklik rating. Без места те, у кого ${one.enough.measure} меньше ${one.enough.least}: судить рано.`,
    sql: `
    SELECT place, agency_id, agency, score, ${measures.join(', ')}
    FROM (
      SELECT rank() OVER (ORDER BY round(score, 6)) AS place, *
      FROM (
        SELECT agency_id, agency_name AS agency, region, ${measures.join(', ')},
          ${score(one)} AS score
        FROM (
          SELECT * FROM v_rating WHERE ${PERIOD} AND ${one.enough.measure} >= ${one.enough.least}
        )
      )
    )
    WHERE ${AGENCY}
    ORDER BY place, agency
    LIMIT 300`,
    columns: {
      place: count('Место', { width: 65 }),
      agency_id: hidden(),
      agency: agency(),
      score: { kind: 'number', title: 'Среднее место', unit: 'none', decimals: 1, width: 115 },
      ...pick(measures),
    },
    none: 'Ни у одного ведомства не хватает случаев, чтобы судить',
  });
}

const places = table({
  title: 'Первые в номинациях',
  description:
    'Первые три ведомства каждой номинации, какие сейчас в силе: свои номинации вводят командой otklik rating --publish. Равные делят место; места – среди всех ведомств, выбор региона их не меняет.',
  sql: `
    SELECT nomination_name AS nomination, place, agency_id, agency_name AS agency, mean_rank AS score, ranked_agencies AS ranked
    FROM v_nomination
    WHERE period = \${period:singlequote} AND toString(period_start) = \${start:singlequote}
      AND place <= 3
      AND ${chosen(`region IN (\${region:singlequote})`, 'region')}
    ORDER BY nomination_position, nomination, place, agency
    LIMIT 100`,
  columns: {
    nomination: text('Номинация', { width: 320 }),
    place: count('Место', { width: 70 }),
    agency_id: hidden(),
    agency: agency(),
    score: { kind: 'number', title: 'Среднее место', unit: 'none', decimals: 1, width: 115 },
    ranked: count('Из скольких', { width: 100 }),
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

const facts = table({
  title: 'Из чего сложилось',
  description: 'Обращения и посты, которые посчитаны в числах выбранных вверху ведомств, по показателям; последние пятьсот. Щелчок по обращению открывает его историю.',
  sql: `
    SELECT subject_id, url, agency_id AS agency, ${named('measure', FIGURES)} AS figure, at, f.figure AS counted,
      if(kind = 'POST', concat('пост ', subject_id), ${brief('text', 200)}) AS subject
    FROM v_rating_fact AS f
    WHERE NOT (${chosen('1 = 0', 'agency')})
      AND ${AGENCY}
      AND period = \${period:singlequote} AND toString(period_start) = \${start:singlequote}
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

export const rating = (): Built => {
  const tables = nominations().map(nomination);
  const pairs = Array.from({ length: Math.ceil(tables.length / 2) }, (_, i) => tables.slice(2 * i, 2 * i + 2));
  return page({
    uid: UID.rating,
    title: 'Рейтинг ведомств',
    description: 'Кто как отвечает и ведёт страницы за месяц или год, по номинациям; видны и лучшие, и худшие.',
    from: 'now-30d',
    refresh: '15m',
    variables: [clickHouseSource(), oneOf('period', 'За', { Месяц: 'MONTH', Год: 'YEAR' }), period(), region(), ratedAgency()],
    shelves: [
      { height: 4, panels: [[8, rated], [8, red], [8, silent]] },
      { height: 12, panels: [[24, all]] },
      { height: 10, panels: [[24, places]] },
      ...pairs.map((two) => ({ height: 11, panels: two.map((one): [number, typeof one] => [24 / two.length, one]) })),
      { height: 12, panels: [[24, facts]] },
    ],
  });
};
