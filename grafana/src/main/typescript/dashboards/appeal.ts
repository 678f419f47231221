import { IN_TIME, NEUTRAL, OVERDUE, signs, SOON, STATES, steps, words } from '../blocks/colours';
import { KINDS } from '../blocks/alerts';
import { count, duration, hidden, moment, text, word } from '../blocks/columns';
import { Built, page } from '../blocks/dashboard';
import { toAppeal, toPost, UID } from '../blocks/links';
import { stat, table } from '../blocks/panels';
import { eventReasonInWords, reasonInWords, reasonsInWords } from '../blocks/reasons';
import { AGENCY, METRICS, NEXT_DUE, OUTCOMES, PLATFORMS, named as inWords, STATE, written } from '../blocks/terms';
import { DURATION, MOMENT_EXACT, TEXT } from '../blocks/units';
import { clickHouseSource, typed } from '../blocks/variables';
import { Word, QUIET } from '../blocks/colours';

const ID = `\${id:singlequote}`;
const NONE = 'Нет такого обращения: откройте его из списка «Обращения» или впишите номер вверху';
const EMPTY = 'номер обращения ещё не выбран';

const EVENTS: Record<string, Word> = {
  DETECTED: { text: 'замечено', color: NEUTRAL },
  EXCLUDED: { text: 'не обращение', color: QUIET },
  ROUTED: { text: 'назначено ведомству', color: NEUTRAL },
  SLA_APPLIED: { text: 'назначен срок', color: NEUTRAL },
  ACKNOWLEDGED: { text: '✓ взято в работу', color: IN_TIME },
  CLARIFICATION_REQUESTED: { text: '? задан вопрос', color: SOON },
  CLARIFICATION_TIMED_OUT: { text: '– житель не уточнил', color: QUIET },
  INTERIM: { text: '✓ промежуточный ответ', color: IN_TIME },
  FINAL: { text: '✓ окончательный ответ', color: IN_TIME },
  UNOFFICIAL_ANSWER: { text: '! ответ не с официальной записи', color: SOON },
  FOLLOWED_UP: { text: 'житель написал ещё', color: NEUTRAL },
  WARNED: { text: '▲ предупреждение о сроке', color: SOON },
  BREACHED: { text: '■ срок пропущен', color: OVERDUE },
  ESCALATED: { text: '‼ доложено выше', color: OVERDUE },
  TRANSFERRED: { text: '→ передано', color: NEUTRAL },
  ANSWER_RETRACTED: { text: '! ответ удалён', color: OVERDUE },
  REOPENED: { text: '! открыто снова', color: SOON },
  MERGED: { text: '– присоединено', color: QUIET },
  WITHDRAWN: { text: '– снято', color: QUIET },
};

const named = (of: Record<string, string>) => words(Object.fromEntries(Object.entries(of).map(([key, name]) => [key, { text: name, color: QUIET }])));

const state = stat({
  title: 'Состояние',
  description: 'Где обращение сейчас: в срок, скоро срок, просрочено, отвечено вовремя или поздно.',
  sql: `SELECT ${STATE} AS state FROM v_appeal WHERE appeal_id = ${ID}`,
  columns: { state: { kind: 'text', mappings: words(STATES) } },
  unit: TEXT,
  thresholds: steps(QUIET),
  none: NONE,
  mayBeEmpty: EMPTY,
});

const remaining = stat({
  title: 'До срока',
  description: 'Время до ближайшего срока или, если он пропущен, после него. Пусто, если ничего не ждут.',
  sql: `
    SELECT
      ${NEXT_DUE} AS due,
      abs(dateDiff('second', now64(3, 'UTC'), assumeNotNull(due))) AS seconds,
      multiIf(
        NOT is_open OR due IS NULL, NULL,
        due < now64(3, 'UTC'), concat('■ пропущен ', ${written('seconds')}, ' назад'),
        seconds < 3600, concat('▲ ещё ', ${written('seconds')}),
        concat('● ещё ', ${written('seconds')})) AS remaining
    FROM v_appeal WHERE appeal_id = ${ID}`,
  columns: {
    due: hidden('time'),
    seconds: hidden('number'),
    remaining: text('До срока', { mappings: signs({ '■': OVERDUE, '▲': SOON, '●': IN_TIME }) }),
  },
  unit: TEXT,
  thresholds: steps(NEUTRAL),
  none: 'Срока сейчас нет',
  mayBeEmpty: EMPTY,
});

const taken = stat({
  title: 'До первого ответа, рабочее время',
  description: 'Сколько рабочего времени прошло от начала отсчёта до первого официального ответа.',
  sql: `SELECT first_response_business_seconds AS taken FROM v_appeal WHERE appeal_id = ${ID}`,
  columns: { taken: duration('Рабочее время') },
  unit: DURATION,
  thresholds: steps(NEUTRAL),
  none: 'Ответа ещё нет',
  mayBeEmpty: EMPTY,
});

const owner = stat({
  title: 'Кто должен',
  description: 'Ведомство, которое отвечает сейчас: по правилам назначения или после передачи.',
  sql: `SELECT ${AGENCY} AS agency FROM v_appeal WHERE appeal_id = ${ID}`,
  columns: { agency: { kind: 'text' } },
  unit: TEXT,
  thresholds: steps(NEUTRAL),
  none: NONE,
  mayBeEmpty: EMPTY,
});

const facts = table({
  title: 'Обращение',
  description: 'Что написано, где и о чём; почему это обращение и почему оно у этого ведомства; какая политика назначила срок.',
  sql: `
    SELECT
      name,
      value
    FROM (
      SELECT arrayJoin([
        ('Текст', text),
        ('Страница', concat(community_name, ' (', ${inWords('platform', PLATFORMS, 'toString(platform)')}, ')')),
        ('Место', arrayStringConcat(arrayFilter(part -> part != '', [region, municipality, place]), ', ')),
        ('Тема', arrayStringConcat(arrayFilter(part -> part != '', [topic_group, topic]), ' · ')),
        ('Срочность', if(urgency = 'HIGH', '‼ срочно', 'обычное')),
        ('Ведомство назначено по', ${reasonInWords('agency_reason')}),
        ('Почему это обращение', concat(${reasonsInWords('reasons')}, '; уверенность ', toString(round(needs_answer, 2)))),
        ('Политика', concat(policy_id, ' версия ', ifNull(toString(policy_version), '–'), ', календарь ', calendar_id, ' версия ', ifNull(toString(calendar_version), '–'))),
        ('Ответ', first_response_text),
        ('Ответ по существу', final_answer_text),
        ('Итог', ${inWords('outcome', OUTCOMES, 'toString(outcome)')})
      ]) AS fact, fact.1 AS name, fact.2 AS value
      FROM v_appeal
      WHERE appeal_id = ${ID}
    )
    WHERE value != ''`,
  columns: { name: text('Что', { width: 190 }), value: text('Значение', { wrap: true }) },
  none: NONE,
  mayBeEmpty: EMPTY,
});

const times = table({
  title: 'Сроки',
  description: 'Каждый срок обращения: когда вышел или выйдет и когда пришёл ответ.',
  sql: `
    SELECT term, due, done, result
    FROM (
      SELECT arrayJoin([
        ('первый ответ', first_response_due_at, first_response_at, first_breached_at IS NOT NULL),
        ('ответ по существу', final_due_at, final_answer_at, final_breached_at IS NOT NULL)
      ]) AS line,
      line.1 AS term,
      line.2 AS due,
      line.3 AS done,
      multiIf(line.4 AND done IS NULL, 'overdue', line.4, 'late', done IS NOT NULL, 'done', due IS NULL, 'no_term', 'waiting') AS result
      FROM v_appeal
      WHERE appeal_id = ${ID}
    )`,
  columns: {
    term: text('Срок', { width: 150 }),
    due: moment('До', { unit: MOMENT_EXACT, width: 160 }),
    done: moment('Пришло', { unit: MOMENT_EXACT, width: 160 }),
    result: word('Итог', STATES, { width: 170 }),
  },
  none: NONE,
  mayBeEmpty: EMPTY,
});

const story = table({
  title: 'Что происходило',
  description: 'Каждое событие обращения по порядку: кто, когда, на каком основании; сколько прошло календарного и рабочего времени. История не переписывается.',
  sql: `
    SELECT
      at,
      type,
      metric,
      due_at AS due,
      elapsed_seconds AS elapsed,
      elapsed_business_seconds AS business,
      agency_id AS agency,
      ${eventReasonInWords('v_appeal_event.reason')} AS reason
    FROM v_appeal_event
    WHERE (community_id, thread_id, appeal_id) IN (SELECT community_id, thread_id, appeal_id FROM v_appeal WHERE appeal_id = ${ID})
    ORDER BY at, version, type
    LIMIT 1000`,
  columns: {
    at: moment('Когда', { unit: MOMENT_EXACT, width: 160 }),
    type: word('Событие', EVENTS, { width: 230 }),
    metric: text('Срок', { width: 200, mappings: named(METRICS) }),
    due: moment('До', { unit: MOMENT_EXACT, width: 160 }),
    elapsed: duration('Прошло', { width: 120 }),
    business: duration('Рабочих', { width: 120 }),
    agency: text('Ведомство', { width: 150 }),
    reason: text('Основание', { wrap: true }),
  },
  none: NONE,
  mayBeEmpty: EMPTY,
});

const thread = table({
  title: 'Ветка',
  description: 'Пост и комментарии под ним, двести ближайших по времени к обращению: обращение, ответы и всё вокруг. Удалённое помечено.',
  sql: `
    SELECT url, published, author, message
    FROM (
      SELECT
        url,
        published_at AS published,
        multiIf(message_id = ${ID}, '► обращение', author_kind = 'COMMUNITY', 'страница', author_kind = 'PERSON', 'житель', 'другая страница') AS author,
        if(deleted, concat('[удалено] ', text), text) AS message
      FROM v_message
      WHERE (community_id, thread_id) IN (SELECT community_id, thread_id FROM v_appeal WHERE appeal_id = ${ID})
      ORDER BY message_id = ${ID} DESC, abs(dateDiff('second', published_at, (SELECT any(published_at) FROM v_appeal WHERE appeal_id = ${ID})))
      LIMIT 200
    )
    ORDER BY published`,
  columns: {
    url: hidden(),
    published: moment('Когда'),
    author: text('Кто', { width: 130 }),
    message: text('Сообщение', { wrap: true, links: [toPost()] }),
  },
  none: NONE,
  mayBeEmpty: EMPTY,
});

const told = table({
  title: 'Тревоги и кому сообщено',
  description: 'Предупреждения, просрочки и доклады об этом обращении и кому о них сообщили.',
  sql: `
    SELECT
      a.raised_at AS raised,
      a.kind AS kind,
      a.level AS level,
      a.cleared_at AS cleared,
      a.late_seconds AS late,
      arrayStringConcat(d.told, ', ') AS recipients
    FROM v_alert AS a
    LEFT JOIN (
      SELECT alert_id, groupUniqArray(recipient) AS told
      FROM v_alert_delivery
      WHERE subject_id = ${ID} AND state IN ('SENT', 'CLEARING', 'CLOSED')
      GROUP BY alert_id
    ) AS d ON d.alert_id = a.alert_id
    WHERE a.subject_id = ${ID}
    ORDER BY raised`,
  columns: {
    raised: moment('Поднята', { unit: MOMENT_EXACT, width: 160 }),
    kind: word('Тревога', KINDS, { width: 140 }),
    level: count('Уровень', { width: 80 }),
    cleared: moment('Снята', { unit: MOMENT_EXACT, width: 160 }),
    late: duration('Опоздание', { width: 120 }),
    recipients: text('Кому сообщено', { wrap: true }),
  },
  none: 'Тревог об этом обращении не было',
  mayBeEmpty: EMPTY,
});

const sameProblem = table({
  title: 'Та же проблема',
  description: 'Другие обращения о той же теме и том же месте: один случай. Щелчок открывает их историю.',
  sql: `
    SELECT appeal_id, published_at AS published, ${STATE} AS state, community_name AS page, text AS appeal
    FROM v_appeal
    WHERE appeal_id IN (
        SELECT arrayJoin(members) FROM v_incident WHERE has(members, ${ID})
      )
      AND appeal_id != ${ID}
    ORDER BY published
    LIMIT 100`,
  columns: {
    appeal_id: hidden(),
    published: moment('Опубликовано'),
    state: word('Состояние', STATES),
    page: text('Страница', { width: 180 }),
    appeal: text('Обращение', { wrap: true, links: [toAppeal()] }),
  },
  none: 'Других обращений об этом нет',
  mayBeEmpty: EMPTY,
});

export const appeal = (): Built =>
  page({
    uid: UID.appeal,
    title: 'Обращение',
    description: 'Вся история одного обращения: что написано, кто должен, что было и что не успели.',
    from: 'now-30d',
    refresh: '1m',
    variables: [clickHouseSource(), typed('id', 'Номер обращения')],
    shelves: [
      { height: 4, panels: [[6, state], [5, remaining], [5, taken], [8, owner]] },
      { height: 11, panels: [[14, facts], [10, times]] },
      { height: 11, panels: [[24, story]] },
      { height: 10, panels: [[14, thread], [10, told]] },
      { height: 8, panels: [[24, sameProblem]] },
    ],
  });

