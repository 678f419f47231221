import { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import { DataSourceRef } from '@grafana/grafana-foundation-sdk/common';

/** The plugin whose macros the queries use. */
export const CLICKHOUSE = 'grafana-clickhouse-datasource';
export const PROMETHEUS = 'prometheus';

/** uids under which the data sources are provisioned; dashboards name them by variables alone. */
export const CLICKHOUSE_UID = 'otklik-clickhouse';
export const PROMETHEUS_UID = 'otklik-prometheus';

export const clickHouse: DataSourceRef = { type: CLICKHOUSE, uid: '${ds}' };
export const prometheus: DataSourceRef = { type: PROMETHEUS, uid: '${prometheus}' };

/** The version whose query model this is; an older model is migrated by the plugin. */
const PLUGIN_VERSION = '4.15.0';

export type Shape = 'table' | 'timeSeries';

/** The query model of the ClickHouse plugin, editor «SQL». */
export interface ClickHouseQuery extends Dataquery {
  refId: string;
  datasource?: DataSourceRef;
  pluginVersion: string;
  editorType: 'sql';
  queryType: Shape;
  format: 0 | 1;
  rawSql: string;
  _implementsDataqueryVariant(): void;
}

export function clickHouseModel(refId: string, sql: string, shape: Shape, datasource?: DataSourceRef): ClickHouseQuery {
  return {
    refId,
    datasource,
    pluginVersion: PLUGIN_VERSION,
    editorType: 'sql',
    queryType: shape,
    format: shape === 'timeSeries' ? 0 : 1,
    rawSql: tidy(sql),
    _implementsDataqueryVariant: () => {},
  };
}

export function clickHouseQuery(sql: string, shape: Shape, refId = 'A'): Builder<Dataquery> {
  return { build: () => clickHouseModel(refId, sql, shape, clickHouse) };
}

/** Without the indentation that the surrounding code gave it. */
export function tidy(sql: string): string {
  const lines = sql.replace(/^\n+|\s+$/g, '').split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join('\n');
}
