/** Words of the appeals' life in SQL, told once. All need a row of `v_appeal`. */

/** The nearest term that an open appeal still has to meet; null where the policy sets none or the clock stands. */
export const NEXT_DUE = `if(answers = 0, coalesce(first_response_due_at, final_due_at), final_due_at)`;

/** A term has passed and what it asked for has not come. */
export const OVERDUE_NOW = `(is_open AND ${NEXT_DUE} < now64(3, 'UTC'))`;

/** Not yet passed, and less than an hour away. */
export const DUE_SOON = `(is_open AND ${NEXT_DUE} >= now64(3, 'UTC') AND ${NEXT_DUE} < now64(3, 'UTC') + INTERVAL 1 HOUR)`;

/** Its state for the reader: a key of STATES (blocks/colours.ts). */
export const STATE = `multiIf(
    status IN ('WITHDRAWN', 'MERGED'), 'withdrawn',
    is_open AND ${NEXT_DUE} IS NULL, 'no_term',
    ifNull(${OVERDUE_NOW}, false), 'overdue',
    ifNull(${DUE_SOON}, false), 'soon',
    is_open, 'waiting',
    first_breached_at IS NOT NULL OR final_breached_at IS NOT NULL, 'late',
    'done')`;
/** A name even where only the number is known. */
export const AGENCY = `multiIf(agency_name != '', agency_name, agency_id != '', agency_id, 'не определено')`;

/** Seconds until a moment, null once it has passed; and since it, null before: Grafana says «ago» of a duration below zero. */
export const until = (moment: string) => `if(${moment} >= now64(3, 'UTC'), dateDiff('second', now64(3, 'UTC'), assumeNotNull(${moment})), NULL)`;
export const since = (moment: string) => `if(${moment} < now64(3, 'UTC'), dateDiff('second', assumeNotNull(${moment}), now64(3, 'UTC')), NULL)`;

/** Seconds as Grafana's unit DURATION writes them, within a text. */
export const written = (seconds: string) =>
  `concat(if(${seconds} >= 86400, concat(toString(intDiv(${seconds}, 86400)), ' d '), ''), formatDateTime(toDateTime(${seconds} % 86400, 'UTC'), '%H:%i:%S'))`;

/** A list of texts in SQL. */
const quoted = (texts: string[]) => texts.map((one) => `'${one}'`).join(', ');

/** A code as people call it. */
export const named = (code: string, names: Record<string, string>, otherwise = code) =>
  `transform(${code}, [${quoted(Object.keys(names))}], [${quoted(Object.values(names))}], ${otherwise})`;

export const PLATFORMS: Record<string, string> = { VK: 'ВКонтакте', OK: 'Одноклассники', TELEGRAM: 'Telegram' };

/** One line of a long text. */
export const brief = (column: string, length = 160) =>
  `if(lengthUTF8(${column}) > ${length}, concat(substringUTF8(${column}, 1, ${length - 1}), '…'), ${column})`;

export const METRICS: Record<string, string> = {
  TRIAGE: 'разбор',
  FIRST_RESPONSE: 'первый ответ',
  FINAL_ANSWER: 'окончательный ответ',
  FINAL_AFTER_INTERIM: 'ответ после промежуточного',
  CLARIFICATION: 'уточнение',
};

/** What an answer says was done. */
export const OUTCOMES: Record<string, string> = {
  RESOLVED: 'решено',
  EXPLAINED: 'разъяснено',
  REDIRECTED: 'перенаправлено',
  DECLINED: 'отклонено',
  NOT_RESOLVED: 'не решено',
  POSTPONED: 'отложено',
};
