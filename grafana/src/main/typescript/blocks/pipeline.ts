import { readFileSync } from 'node:fs';
import { BigValueColorMode, BigValueGraphMode, ReduceDataOptionsBuilder } from '@grafana/grafana-foundation-sdk/common';
import { ThresholdsConfig } from '@grafana/grafana-foundation-sdk/dashboard';
import { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { DataqueryBuilder, PromQueryFormat } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { byThresholds, from, IN_TIME, nullAs, OVERDUE, SOON, steps } from './colours';
import { Column, duration } from './columns';
import { DataLink, link, to } from './links';
import { lines, Made } from './panels';
import { prometheus } from './sources';
import { COUNT } from './units';

export interface Gauge {
  title: string;
  description: string;
  expr: string;
  /** How a line is called, by its labels. */
  legend?: string;
  unit: string;
  none: string;
  thresholds?: Builder<ThresholdsConfig>;
  links?: DataLink[];
}

function query(expr: string, legend: string | undefined, instant: boolean) {
  const builder = new DataqueryBuilder().refId('A').expr(expr).datasource(prometheus).format(PromQueryFormat.TimeSeries);
  if (legend !== undefined) builder.legendFormat(legend);
  return instant ? builder.instant() : builder.range();
}

/** One number from Prometheus. */
export function promStat(ask: Gauge): Made {
  const builder = new Stat()
    .title(ask.title)
    .description(ask.description)
    .datasource(prometheus)
    .withTarget(query(ask.expr, ask.legend, true))
    .unit(ask.unit)
    .noValue(ask.none)
    .thresholds(ask.thresholds ?? steps(IN_TIME))
    .colorScheme(byThresholds())
    .colorMode(BigValueColorMode.Background)
    .graphMode(BigValueGraphMode.None)
    .reduceOptions(new ReduceDataOptionsBuilder().calcs(['lastNotNull']).fields('').values(false));
  if (ask.links !== undefined) builder.links(ask.links.map(link)).dataLinks(ask.links.map(link));
  return { panel: builder.build(), columns: {} };
}

/** Lines from Prometheus. */
export function promSeries(ask: Gauge): Made {
  const builder = lines({ unit: ask.unit, thresholds: ask.thresholds })
    .title(ask.title)
    .description(ask.description)
    .datasource(prometheus)
    .withTarget(query(ask.expr, ask.legend, false))
    .noValue(ask.none);
  return { panel: builder.build(), columns: {} };
}

export const NO_PROMETHEUS = 'Нет данных Prometheus: запущен ли он и видит ли Flink?';

/** By day. */
export const SILENT_STEPS = steps(IN_TIME, [900, SOON], [3600, OVERDUE]);

/** `silent_seconds` of v_source_now, which looks back a week and no further. */
export const silentFor = (title: string, aWeek: string, more: Partial<Column> = {}): Column =>
  duration(title, { mappings: [...from(604800, aWeek, OVERDUE), ...nullAs('–')], ...more });

/** How many the command submits. */
const JOBS = readFileSync('../deploy/cli/src/main/java/io/otklik/cli/JobName.java', 'utf8').match(/^ {4}[A-Z]+\(".*Job"\)[,;]$/gm)!.length;

/** Says at a glance whether the pipeline is alive. */
export const jobsRunning = (): Made =>
  promStat({
    title: 'Заданий работает',
    description: `Сколько заданий Flink сейчас в работе, всего их ${JOBS}. Красное 0 – обращения не обрабатываются и просрочки не считаются; щелчок открывает «Конвейер».`,
    expr: 'sum(flink_jobmanager_numRunningJobs)',
    unit: COUNT,
    none: NO_PROMETHEUS,
    thresholds: steps(OVERDUE, [1, SOON], [JOBS, IN_TIME]),
    links: [to('pipeline', 'Конвейер', {}, [])],
  });
