import { PanelBuilder as BarChart } from '@grafana/grafana-foundation-sdk/barchart';
import { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  BigValueColorMode,
  BigValueGraphMode,
  LegendDisplayMode,
  LegendPlacement,
  LineInterpolation,
  ReduceDataOptionsBuilder,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TableCellHeight,
  TooltipDisplayMode,
  VisibilityMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
  GraphDrawStyle,
} from '@grafana/grafana-foundation-sdk/common';
import { Panel, ThresholdsConfig, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as Stat } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as Table } from '@grafana/grafana-foundation-sdk/table';
import { PanelBuilder as Text, TextMode } from '@grafana/grafana-foundation-sdk/text';
import { PanelBuilder as TimeSeries } from '@grafana/grafana-foundation-sdk/timeseries';
import { byPalette, byThresholds, fixed, NEUTRAL, nullAs, OVERDUE, SOON, steps } from './colours';
import { Column, Columns, overrides } from './columns';
import { DataLink, link } from './links';
import { clickHouse, clickHouseQuery } from './sources';
import { COUNT, TEXT } from './units';

/** What every panel says of itself, and what its query promises. */
export interface Ask {
  title: string;
  /** What is counted, from when to when, and what the reader does about it. */
  description: string;
  sql: string;
  columns: Columns;
  /** What stands there when there is nothing to show, and why that may be. */
  none: string;
  /** Why the query may rightly give no row, for the tests; absent where rows must come. */
  mayBeEmpty?: string;
  links?: DataLink[];
  /** The list behind the number, on the same dashboard. */
  list?: () => Made;
}

/** A panel with what its query promises to the tests. */
export interface Made {
  panel: Panel;
  columns: Columns;
  mayBeEmpty?: string;
  list?: () => Made;
}

/** Any panel builder: what all of them can do. */
interface Common extends Builder<Panel> {
  title(title: string): this;
  description(description: string): this;
  noValue(text: string): this;
  overrideByName(name: string, properties: { id: string; value?: unknown }[]): this;
  links(links: Builder<unknown>[]): this;
}

function finish(builder: Common, ask: Ask): Made {
  builder.title(ask.title).description(ask.description).noValue(ask.none);
  for (const [name, column] of Object.entries(ask.columns)) {
    const properties = overrides(column);
    if (properties.length > 0) builder.overrideByName(name, properties);
  }
  if (ask.links !== undefined) builder.links(ask.links.map(link));
  return { panel: builder.build(), columns: ask.columns, mayBeEmpty: ask.mayBeEmpty, list: ask.list };
}

export interface StatAsk extends Ask {
  unit: string;
  thresholds: Builder<ThresholdsConfig>;
}

/** One number, large: its link leads to the list behind it. */
export function stat(ask: StatAsk): Made {
  const builder = new Stat()
    .datasource(clickHouse)
    .withTarget(clickHouseQuery(ask.sql, 'table'))
    .unit(ask.unit)
    .thresholds(ask.thresholds)
    .mappings(nothing(ask))
    .colorScheme(byThresholds())
    .colorMode(BigValueColorMode.Background)
    .graphMode(BigValueGraphMode.None)
    .reduceOptions(
      new ReduceDataOptionsBuilder()
        .calcs(['lastNotNull'])
        .fields(shown(ask.columns))
        .values(false),
    );
  // A click on the number itself, not only on the arrow in the panel's head.
  if (ask.links !== undefined) builder.dataLinks(ask.links.map(link));
  return finish(builder as unknown as Common, ask);
}

/** Nothing is no alarm: where the lowest numbers are the bad ones, nothing would have their colour. */
function nothing({ none, thresholds }: StatAsk): ValueMapping[] {
  const base = thresholds.build().steps[0].color;
  return base === OVERDUE || base === SOON ? nullAs(none) : [];
}

/** The columns that a number panel shows, by the names that it knows them by: it does not ask which are hidden. */
function shown(columns: Columns): string {
  const names = Object.entries(columns)
    .filter(([, column]) => column.kind !== 'time' && !column.hidden)
    .map(([name, column]) => (column.title ?? name).replace(/[^\p{L}\p{N} ]/gu, '.'));
  return `/^(${names.join('|')})$/`;
}

export interface TableAsk extends Ask {
  small?: boolean;
}

export function table(ask: TableAsk): Made {
  const builder = new Table()
    .datasource(clickHouse)
    .withTarget(clickHouseQuery(ask.sql, 'table'))
    .unit(TEXT)
    .cellHeight(ask.small === false ? TableCellHeight.Md : TableCellHeight.Sm)
    .showHeader(true)
    .filterable(false);
  const columns = Object.fromEntries(Object.entries(ask.columns).map(([name, column]) => [name, { none: column.kind === 'text' ? '' : '–', ...column }]));
  return finish(builder as unknown as Common, { ...ask, columns });
}

export interface SeriesAsk extends Ask {
  unit: string;
  bars?: boolean;
  stacked?: boolean;
  min?: number;
  max?: number;
  thresholds?: Builder<ThresholdsConfig>;
  /** Smallest bucket, such as `1h`. */
  interval?: string;
}

/** Lines or bars over time; a column is a line, or a text column names the lines. */
export function series(ask: SeriesAsk): Made {
  const builder = lines(ask).datasource(clickHouse).withTarget(clickHouseQuery(ask.sql, 'timeSeries'));
  if (ask.interval !== undefined) builder.interval(ask.interval);
  return finish(builder as unknown as Common, ask);
}

export function lines(ask: Pick<SeriesAsk, 'unit' | 'bars' | 'stacked' | 'min' | 'max' | 'thresholds'>): TimeSeries {
  const builder = new TimeSeries()
    .unit(ask.unit)
    .drawStyle(ask.bars ? GraphDrawStyle.Bars : GraphDrawStyle.Line)
    .lineInterpolation(LineInterpolation.Linear)
    .lineWidth(ask.bars ? 0 : 2)
    .fillOpacity(ask.bars ? 80 : 8)
    .showPoints(VisibilityMode.Auto)
    .spanNulls(false)
    .colorScheme(byPalette())
    .min(ask.min ?? 0)
    .legend(new VizLegendOptionsBuilder().displayMode(LegendDisplayMode.List).placement(LegendPlacement.Bottom).showLegend(true))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending));
  if (ask.stacked) builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  if (ask.max !== undefined) builder.max(ask.max);
  if (ask.thresholds !== undefined) builder.thresholds(ask.thresholds);
  return builder;
}

export interface BarsAsk extends Ask {
  /** The column that names the bars. */
  by: string;
  unit?: string;
  stacked?: boolean;
}

/** Bars that lie, the longest first: names stay readable. */
export function bars(ask: BarsAsk): Made {
  const builder = new BarChart()
    .datasource(clickHouse)
    .withTarget(clickHouseQuery(ask.sql, 'table'))
    .unit(ask.unit ?? COUNT)
    .orientation(VizOrientation.Horizontal)
    .xField(ask.by)
    .showValue(VisibilityMode.Auto)
    .stacking(ask.stacked ? StackingMode.Normal : StackingMode.None)
    .colorScheme(fixed(NEUTRAL))
    .thresholds(steps(NEUTRAL))
    .legend(
      new VizLegendOptionsBuilder()
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .showLegend(ask.stacked ?? false),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.None));
  return finish(builder as unknown as Common, ask);
}

/** Words for the reader; no query. */
export function note(title: string, description: string, markdown: string): Made {
  const builder = new Text().title(title).description(description).mode(TextMode.Markdown).content(markdown).transparent(true);
  return { panel: builder.build(), columns: {} };
}

export type { Column };
