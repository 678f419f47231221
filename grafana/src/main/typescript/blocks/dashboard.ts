import { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { AnnotationQuery, Dashboard, DashboardBuilder, DashboardCursorSync, DashboardLinkType, Panel, VariableModel } from '@grafana/grafana-foundation-sdk/dashboard';
import { DashboardLinkBuilder, RowBuilder, TimePickerBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import { Kind } from './columns';
import { Made } from './panels';

/** All of Grafana 11.6 to 12.x read this version as it is. */
const SCHEMA_VERSION = 41;
const WIDTH = 24;
export const TAG = 'otklik';

/** A row of panels of one height; widths add up to 24 at most. */
export interface Shelf {
  heading?: string;
  height: number;
  panels: [width: number, panel: Made][];
}

export interface Page {
  uid: string;
  title: string;
  description: string;
  from: string;
  to?: string;
  refresh: string;
  /** Its time is a variable of its own: no time picker, which would change nothing. */
  ownTime?: boolean;
  variables: Builder<VariableModel>[];
  annotations?: Builder<AnnotationQuery>[];
  shelves: Shelf[];
}

/** What a panel's query must give; read by the tests. */
export interface Promise {
  dashboard: string;
  panel: number;
  title: string;
  columns: Record<string, Kind>;
  mayBeEmpty?: string;
}

export interface Built {
  dashboard: Dashboard;
  promises: Promise[];
}

export function page(made: Page): Built {
  const builder = new DashboardBuilder(made.title)
    .uid(made.uid)
    .description(made.description)
    .tags([TAG])
    // Empty: the zone of the organisation, which is the centre's.
    .timezone('')
    .weekStart('monday')
    .time({ from: made.from, to: made.to ?? 'now' })
    .refresh(made.refresh)
    .tooltip(DashboardCursorSync.Crosshair)
    .editable()
    .variables(made.variables)
    .annotations(made.annotations ?? [])
    .link(
      new DashboardLinkBuilder('Отклик')
        .type(DashboardLinkType.Dashboards)
        .tags([TAG])
        .asDropdown(true)
        .icon('apps')
        .includeVars(true)
        .keepTime(true),
    );
  if (made.ownTime === true) builder.timepicker(new TimePickerBuilder().hidden(true));
  const dashboard = builder.build();
  dashboard.schemaVersion = SCHEMA_VERSION;
  const promises: Promise[] = [];
  dashboard.panels = place(made, promises);
  return { dashboard, promises };
}

/** Numbers the panels in their order and lays them out from left to right, shelf under shelf. */
function place(made: Page, promises: Promise[]): Panel[] {
  const panels: Panel[] = [];
  const numbers = new Map<Made, number>();
  let y = 0;
  for (const shelf of made.shelves) {
    if (shelf.heading !== undefined) {
      const row = new RowBuilder(shelf.heading).build() as unknown as Panel;
      panels.push({ ...row, id: panels.length + 1, gridPos: { x: 0, y, w: WIDTH, h: 1 } });
      y += 1;
    }
    let x = 0;
    for (const [width, one] of shelf.panels) {
      const id = panels.length + 1;
      panels.push({ ...one.panel, id, gridPos: { x, y, w: width, h: shelf.height } });
      numbers.set(one, id);
      promises.push({
        dashboard: made.uid,
        panel: id,
        title: one.panel.title ?? '',
        columns: Object.fromEntries(Object.entries(one.columns).map(([name, column]) => [name, column.kind])),
        mayBeEmpty: one.mayBeEmpty,
      });
      x += width;
    }
    if (x > WIDTH) throw new Error(`${made.title}: a shelf is ${x} columns wide`);
    y += shelf.height;
  }
  for (const [one, id] of numbers) {
    if (one.list !== undefined) {
      const panel = panels[id - 1];
      const list = numbers.get(one.list());
      if (list === undefined) throw new Error(`${made.title}: the list of «${panel.title}» is on another dashboard`);
      leadTo(panel, `/d/${made.uid}?\${__url_time_range}&\${__all_variables}&viewPanel=${list}`);
    }
  }
  return panels;
}

/** By a click on the number, and by the arrow in the panel's head. */
function leadTo(panel: Panel, url: string) {
  const link = new DashboardLinkBuilder('Список').url(url).build();
  panel.links = [link];
  if (panel.fieldConfig !== undefined) panel.fieldConfig.defaults.links = [link];
}
