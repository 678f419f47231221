import { DynamicConfigValue, ThresholdsConfig, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { Builder } from '@grafana/grafana-foundation-sdk/cog';
import { Word, words } from './colours';
import { DataLink } from './links';
import { COUNT, DURATION, MOMENT, SHARE } from './units';

/** What a panel needs of a column: the tests ask the real engine for it. */
export type Kind = 'text' | 'number' | 'time';

export interface Column {
  kind: Kind;
  title?: string;
  unit?: string;
  width?: number;
  hidden?: boolean;
  links?: DataLink[];
  mappings?: ValueMapping[];
  thresholds?: Builder<ThresholdsConfig>;
  /** How a coloured cell shows it. */
  cell?: 'color-text' | 'color-background' | 'gauge';
  wrap?: boolean;
  color?: string;
  decimals?: number;
  /** What an empty cell shows; without it a cell of a table would show why the whole panel is empty. */
  none?: string;
}

export type Columns = Record<string, Column>;

export const text = (title: string, more: Partial<Column> = {}): Column => ({ kind: 'text', title, ...more });
export const count = (title: string, more: Partial<Column> = {}): Column => ({ kind: 'number', title, unit: COUNT, ...more });
export const share = (title: string, more: Partial<Column> = {}): Column => ({ kind: 'number', title, unit: SHARE, decimals: 0, ...more });
export const duration = (title: string, more: Partial<Column> = {}): Column => ({ kind: 'number', title, unit: DURATION, ...more });
export const moment = (title: string, more: Partial<Column> = {}): Column => ({ kind: 'time', title, unit: MOMENT, width: 110, ...more });
/** Read by links, not by people. */
export const hidden = (kind: Kind = 'text'): Column => ({ kind, hidden: true });
/** A code that the reader sees as a coloured word. */
export const word = (title: string, of: Record<string, Word>, more: Partial<Column> = {}): Column => ({
  kind: 'text',
  title,
  mappings: words(of),
  cell: 'color-text',
  width: 150,
  ...more,
});

/** The overrides of a field of this name. */
export function overrides({ title, unit, width, hidden, links, mappings, thresholds, cell, wrap, color, decimals, none }: Column): DynamicConfigValue[] {
  const properties: DynamicConfigValue[] = [];
  const set = (id: string, value: unknown) => properties.push({ id, value });
  if (title !== undefined) set('displayName', title);
  if (unit !== undefined) set('unit', unit);
  if (decimals !== undefined) set('decimals', decimals);
  if (none !== undefined) set('noValue', none);
  if (width !== undefined) set('custom.width', width);
  if (hidden) {
    // The first by Grafana up to 12.1, the second from then on.
    set('custom.hidden', true);
    set('custom.hideFrom', { viz: true, legend: true, tooltip: true });
  }
  if (links !== undefined) set('links', links.map((one) => ({ title: one.title, url: one.url, targetBlank: one.targetBlank ?? false })));
  if (mappings !== undefined) set('mappings', mappings);
  if (thresholds !== undefined) {
    set('thresholds', thresholds.build());
    set('color', { mode: 'thresholds' });
  }
  if (color !== undefined) set('color', { mode: 'fixed', fixedColor: color });
  if (cell !== undefined) set('custom.cellOptions', { type: cell, ...(cell === 'gauge' ? { mode: 'basic' } : {}) });
  else if (wrap) set('custom.cellOptions', { type: 'auto', wrapText: true });
  return properties;
}
