import { readFileSync } from 'node:fs';
import {
  CustomVariableBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  TextBoxVariableBuilder,
  VariableHide,
  VariableRefresh,
  VariableSort,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { CLICKHOUSE, clickHouse, clickHouseModel, PROMETHEUS } from './sources';

/** Columns of a view by which the dashboards' variables choose; what a view has not is left out. */
export interface Scope {
  region?: string;
  municipality?: string;
  agency?: string;
  community?: string;
  platform?: string;
  topic?: string;
}

export const APPEAL_SCOPE: Required<Scope> = {
  region: 'region',
  municipality: 'municipality',
  agency: 'agency_id',
  community: 'community_id',
  platform: 'platform',
  topic: 'topic_group',
};

export const PAGE_SCOPE: Scope = {
  region: 'region',
  municipality: 'municipality',
  agency: 'agency_id',
  community: 'community_id',
  platform: 'platform',
};

/** Rows that know only their page, such as alerts: region and the like are the page's. */
export function scopeByPage(own: Pick<Scope, 'agency' | 'topic'>, community = 'community_id'): string {
  const ofPage = (column: string, variable: string) =>
    chosen(`${community} IN (SELECT community_id FROM v_community WHERE ${column} IN (\${${variable}:singlequote}))`, variable);
  return [
    ofPage('region', 'region'),
    ofPage('municipality', 'municipality'),
    ofPage('platform', 'platform'),
    scope({ community, ...own }),
  ].join('\n  AND ');
}

/** The condition that the variables «all or some» make of these columns. */
export function scope(columns: Scope): string {
  return Object.entries(columns)
    .map(([variable, column]) => chosen(`${column} IN (\${${variable}:singlequote})`, variable))
    .join('\n  AND ');
}

/** `condition`, or nothing while the variable stands on «all». */
export function chosen(condition: string, variable: string): string {
  return `$__conditionalAll(${condition}, $${variable})`;
}

export const clickHouseSource = () =>
  new DatasourceVariableBuilder('ds').label('Хранилище').type(CLICKHOUSE).hide(VariableHide.HideVariable);

export const prometheusSource = () =>
  new DatasourceVariableBuilder('prometheus').label('Prometheus').type(PROMETHEUS).hide(VariableHide.HideVariable);

const ALL = { text: 'Все', value: ['$__all'], selected: true };

function ask(name: string, label: string, sql: string): QueryVariableBuilder {
  return new QueryVariableBuilder(name)
    .label(label)
    .datasource(clickHouse)
    .query({ ...clickHouseModel(`variable-${name}`, sql, 'table') })
    .definition(sql.replace(/\s+/g, ' ').trim())
    .refresh(VariableRefresh.OnDashboardLoad)
    .sort(VariableSort.Disabled)
    .multi(true)
    .includeAll(true)
    .current(ALL);
}

/** Each narrows the next: the municipalities of the region, the pages of the agency. */
export const region = () =>
  ask('region', 'Регион', `SELECT DISTINCT region FROM v_community WHERE region != '' ORDER BY region`);

export const municipality = () =>
  ask(
    'municipality',
    'Муниципалитет',
    `SELECT DISTINCT municipality FROM v_community WHERE municipality != '' AND ${scope({ region: 'region' })} ORDER BY municipality`,
  );

export const agency = () =>
  ask(
    'agency',
    'Ведомство',
    `SELECT agency_id, max(name) AS agency_name FROM (
       SELECT agency_id, agency_name AS name FROM v_community WHERE ${scope({ region: 'region', municipality: 'municipality' })}
       UNION ALL
       SELECT agency_id, agency_name AS name FROM v_overdue_now WHERE agency_id NOT IN (SELECT agency_id FROM v_community)
     ) WHERE agency_id != '' GROUP BY agency_id ORDER BY agency_name`,
  );

export const community = () =>
  ask(
    'community',
    'Страница',
    `SELECT community_id, name FROM v_community WHERE ${scope({ region: 'region', municipality: 'municipality', agency: 'agency_id', platform: 'platform' })} ORDER BY name`,
  );

export const platform = () => list('platform', 'Площадка', { ВКонтакте: 'VK', Одноклассники: 'OK', Telegram: 'TELEGRAM', MAX: 'MAX' });

/** The groups of the classifier that the jobs use. */
export const topic = () => {
  const rows = readFileSync('../jobs/src/main/resources/topics/topics.tsv', 'utf8').split('\n').slice(1);
  const groups = [...new Set(rows.map((row) => row.split('\t')[2]).filter((group) => group))].sort((a, b) => a.localeCompare(b, 'ru'));
  return list('topic', 'Группа тем', Object.fromEntries(groups.map((group) => [group, group])));
};

/** Months or years in which something was asked, due or published, the latest first: a late answer alone makes no rating. */
export const period = () =>
  ask(
    'start',
    'Начало',
    `SELECT DISTINCT toString(toDate(period_start)) AS start FROM v_rating
     WHERE period = \${period:singlequote} AND opened + first_due + posts > 0 ORDER BY start DESC`,
  )
    .multi(false)
    .includeAll(false)
    .current({ text: '', value: '' });

export const ratedAgency = () =>
  ask(
    'agency',
    'Ведомство',
    `SELECT agency_id, max(agency_name) AS agency FROM v_rating WHERE agency_id != '' AND ${scope({ region: 'region' })} GROUP BY agency_id ORDER BY agency`,
  );

/** One of the nominations that are in force, the first at the start. */
export const nominationInForce = () =>
  ask(
    'nomination',
    'Номинация',
    `SELECT nomination, any(nomination_name) AS name FROM v_nomination
     WHERE period = \${period:singlequote} AND toString(toDate(period_start)) = \${start:singlequote}
     GROUP BY nomination ORDER BY any(nomination_position)`,
  )
    .multi(false)
    .includeAll(false)
    .current({ text: '', value: '' });

/** Stories that spread or wait for a decision, the largest first. */
export const stories = () =>
  ask(
    'story',
    'История',
    `SELECT suspicion_id, concat(toString(copies), ' · ', substringUTF8(text, 1, 60)) AS name FROM v_suspicion
     WHERE ${scope({ region: 'region', municipality: 'municipality', agency: 'agency_id', platform: 'platform' })}
     ORDER BY last_at DESC, copies DESC LIMIT 200`,
  );

/** Hours and weekdays are those of the centre: the zone that most pages of the register have. */
export const zone = () =>
  ask(
    'zone',
    'Часовой пояс',
    `SELECT zone FROM (
       SELECT time_zone AS zone, count() AS pages FROM v_community WHERE time_zone != '' GROUP BY time_zone
       UNION ALL SELECT 'Europe/Moscow', 0
     ) GROUP BY zone ORDER BY sum(pages) DESC, zone`,
  )
    .multi(false)
    .includeAll(false)
    .current({ text: '', value: '' });

export const everyVariable = () => [region(), municipality(), agency(), platform(), community(), topic()];
export const pageVariables = () => [region(), municipality(), agency(), platform(), community()];

/** A choice of several from a fixed list, label to value. */
export function list(name: string, label: string, values: Record<string, string>): CustomVariableBuilder {
  return new CustomVariableBuilder(name).label(label).values(pairs(values)).multi(true).includeAll(true).current(ALL);
}

/** A choice of one from a fixed list; the first stands at the start. */
export function oneOf(name: string, label: string, values: Record<string, string>): CustomVariableBuilder {
  const [text, value] = Object.entries(values)[0];
  return new CustomVariableBuilder(name).label(label).values(pairs(values)).current({ text, value, selected: true });
}

export const typed = (name: string, label: string) =>
  new TextBoxVariableBuilder(name).label(label).defaultValue('').current({ text: '', value: '', selected: true });

function pairs(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([text, value]) => (text === value ? text : `${text} : ${value}`))
    .join(',');
}
