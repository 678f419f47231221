import { CLICKHOUSE, CLICKHOUSE_UID, clickHouseModel, PROMETHEUS, PROMETHEUS_UID } from '../blocks/sources';
import { UID } from '../blocks/links';

/** A rule of Grafana: a query that always gives rows, one number each, and the number from which it fires. */
export interface Rule {
  uid: string;
  title: string;
  /** Of ClickHouse; without time macros, for a rule's window is not a panel's. */
  sql?: string;
  /** Of Prometheus. */
  expr?: string;
  above: number;
  /** How long it must hold, against single blinks. */
  for: string;
  /** How long it stays raised after it went, against flapping. */
  keep: string;
  severity: 'critical' | 'warning';
  group: string;
  /** What is wrong, in one line; labels and values by Go template. */
  summary: string;
  /** What the officer does. */
  action: string;
  /** The dashboard that shows it, with the row's own choice. */
  link: string;
}

/** Without a closing slash whatever Grafana's address ends with; no dollar sign: provisioning would read it. */
const HERE = '{{ reReplaceAll "/+\\\\z" "" externalURL }}';
const at = (dashboard: keyof typeof UID, query = '') => `${HERE}/d/${UID[dashboard]}${query === '' ? '' : `?${query}`}`;
const VALUE = '{{ (index .Values "A").Value }}';
/** What nobody is known to owe has an empty id: then the list is that of all. */
const OF_AGENCY = '{{ with .Labels.agency_id }}&var-agency={{ urlquery . }}{{ end }}';

export const RULES: Rule[] = [
  {
    uid: 'otklik-overdue',
    title: 'Просрочка у ведомства',
    // All authorities at all times; an appeal that missed several terms counts once, as in the list behind the link.
    sql: `
      SELECT d.agency_id AS agency_id, d.agency AS agency, o.appeals AS overdue
      FROM (SELECT agency_id, any(agency_name) AS agency FROM v_overdue_now GROUP BY agency_id) AS d
      LEFT JOIN (
        SELECT agency_id, uniqExact(subject_id) AS appeals
        FROM v_alert
        WHERE kind = 'OVERDUE' AND is_raised
        GROUP BY agency_id
      ) AS o ON o.agency_id = d.agency_id`,
    above: 0,
    for: '1m',
    keep: '5m',
    severity: 'warning',
    group: 'Обращения',
    summary: `{{ .Labels.agency }}: просрочено обращений – ${VALUE}`,
    action: 'Откройте список по ссылке, свяжитесь с ведомством; срочные – первыми.',
    link: at('appeals', `var-state=overdue${OF_AGENCY}`),
  },
  {
    uid: 'otklik-urgent',
    title: 'Срочное без ответа',
    sql: `SELECT agency_id, agency_name AS agency, urgent FROM v_urgent_now`,
    above: 0,
    for: '0s',
    keep: '2m',
    severity: 'critical',
    group: 'Обращения',
    summary: `{{ .Labels.agency }}: срочных обращений без ответа, срок вышел или выходит – ${VALUE}`,
    action: 'Речь о жизни, здоровье или безопасности: звоните ответственному сейчас.',
    link: at('appeals', `var-state=silent&var-urgency=HIGH${OF_AGENCY}`),
  },
  {
    uid: 'otklik-spread',
    title: 'Распространяется похожее',
    sql: `SELECT countIf(kind = 'SPREAD' AND is_raised AND raised_at > now64(3, 'UTC') - INTERVAL 1 DAY) AS spreading FROM v_alert`,
    above: 0,
    for: '0s',
    keep: '10m',
    severity: 'critical',
    group: 'Недостоверная информация',
    summary: `Одно и то же быстро расходится по страницам: случаев за сутки – ${VALUE}`,
    action: 'Проверьте, достоверно ли это: Отклик указывает повод для проверки, решает человек. Опровержение действует, пока не прошло 4 часа.',
    link: at('misinformation'),
  },
  {
    uid: 'otklik-silent-source',
    title: 'Площадка молчит',
    sql: `SELECT toString(platform) AS platform, silent_seconds FROM v_source_now`,
    above: 3600,
    for: '5m',
    keep: '0s',
    severity: 'warning',
    group: 'Конвейер',
    summary: '{{ .Labels.platform }}: сообщений нет больше часа',
    action: 'Ночью это бывает. Днём проверьте подключение: ключ доступа, адрес обратного вызова, бота; затем «Конвейер».',
    link: at('pipeline'),
  },
  {
    uid: 'otklik-dead-letters',
    title: 'Много неразобранных записей',
    sql: `SELECT countIf(NOT ignored) AS refused FROM v_dead_letter WHERE at > now64(3, 'UTC') - INTERVAL 15 MINUTE`,
    above: 100,
    for: '2m',
    keep: '5m',
    severity: 'warning',
    group: 'Конвейер',
    summary: `За 15 минут не разобрано записей – ${VALUE}`,
    action: 'Вероятно, площадка поменяла формат. Причины – внизу «Конвейера»; записи целы, их повторят после исправления.',
    link: at('pipeline'),
  },
  {
    uid: 'otklik-calendar',
    title: 'Календарь скоро кончится',
    // From 60 days before the end of the last known year. No calendar at all is a fault, too: nothing is known of any day.
    sql: `
      SELECT calendar_id, toString(known_to) AS known_to, 60 - days_left AS days
      FROM v_calendar
      UNION ALL
      SELECT 'не загружен', '–', 1 FROM (SELECT count() AS calendars FROM v_calendar) WHERE calendars = 0`,
    above: -1,
    for: '5m',
    keep: '0s',
    severity: 'warning',
    group: 'Конвейер',
    summary: 'Календарь {{ .Labels.calendar_id }}: переносы и короткие дни известны до {{ .Labels.known_to }}, дальше сроки считаются наугад',
    action: 'Загрузите следующий год: otklik calendar import 2027.xml. Если календарь не загружен – otklik submit.',
    link: at('pipeline'),
  },
  {
    uid: 'otklik-pipeline',
    title: 'Сбой конвейера',
    // The rules themselves stand in prometheus/otklik.rules.yml and are tested there; the second half keeps a row when all is well.
    expr: 'max by (alertname, severity) (ALERTS{alertstate="firing", service="otklik"}) or vector(0)',
    above: 0,
    for: '0s',
    keep: '2m',
    severity: 'critical',
    group: 'Конвейер',
    summary: 'Конвейер: {{ .Labels.alertname }}',
    action: 'Откройте «Конвейер»: у каждой панели сказано, что делать. Пока конвейер стоит, сроки не считаются.',
    link: at('pipeline'),
  },
];

const FOLDER = 'Отклик';

/** In the form of Grafana's provisioning files. */
export function ruleGroups() {
  const groups = [...new Set(RULES.map((rule) => rule.group))];
  return {
    apiVersion: 1,
    groups: groups.map((name) => ({
      orgId: 1,
      name,
      folder: FOLDER,
      interval: '1m',
      rules: RULES.filter((rule) => rule.group === name).map(provisioned),
    })),
  };
}

function provisioned(rule: Rule) {
  return {
    uid: rule.uid,
    title: rule.title,
    condition: 'B',
    for: rule.for,
    keepFiringFor: rule.keep,
    // The queries always give rows: nothing at all is a fault of the rule or the store.
    noDataState: 'Alerting',
    execErrState: 'Alerting',
    labels: { service: 'otklik', severity: rule.severity },
    annotations: { summary: rule.summary, action: rule.action, link: rule.link },
    isPaused: false,
    data: [
      { refId: 'A', relativeTimeRange: { from: 600, to: 0 }, ...query(rule) },
      { refId: 'B', relativeTimeRange: { from: 600, to: 0 }, datasourceUid: '__expr__', model: threshold(rule.above) },
    ],
  };
}

function query({ sql, expr }: Rule) {
  if (sql !== undefined) {
    return {
      datasourceUid: CLICKHOUSE_UID,
      model: clickHouseModel('A', sql, 'table', { type: CLICKHOUSE, uid: CLICKHOUSE_UID }),
    };
  }
  return {
    datasourceUid: PROMETHEUS_UID,
    model: { refId: 'A', datasource: { type: PROMETHEUS, uid: PROMETHEUS_UID }, expr, instant: true, range: false },
  };
}

/** Each row is a number of its own: nothing is reduced. */
function threshold(above: number) {
  return {
    refId: 'B',
    type: 'threshold',
    datasource: { type: '__expr__', uid: '__expr__' },
    expression: 'A',
    conditions: [{ type: 'query', evaluator: { type: 'gt', params: [above] } }],
  };
}
