import { DashboardLinkBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/** uids of the dashboards, which addresses and bookmarks hang on. */
export const UID = {
  shift: 'otklik-shift',
  appeal: 'otklik-appeal',
  appeals: 'otklik-appeals',
  response: 'otklik-response',
  rating: 'otklik-rating',
  pages: 'otklik-pages',
  engagement: 'otklik-engagement',
  misinformation: 'otklik-misinformation',
  pipeline: 'otklik-pipeline',
} as const;

type Dashboard = keyof typeof UID;

export interface DataLink {
  title: string;
  url: string;
  targetBlank?: boolean;
}

const SHARED = ['region', 'municipality', 'agency', 'platform', 'community', 'topic'] as const;

/**
 * A dashboard with the choice of this one, some of it replaced: the list behind a number. Values such as
 * `${__data.fields.agency_id}` are those of the row; the time is this one's unless `time` says another.
 */
export function to(dashboard: Dashboard, title: string, values: Record<string, string> = {}, keep: readonly string[] = SHARED, time = '${__url_time_range}'): DataLink {
  const kept = keep.filter((name) => !(name in values)).map((name) => `\${${name}:queryparam}`);
  const set = Object.entries(values).map(([name, value]) => `var-${name}=${value}`);
  return { title, url: `/d/${UID[dashboard]}?${[time, ...kept, ...set].join('&')}` };
}

/** A column of the row, safe in an address. */
export const ofRow = (column: string) => `\${__data.fields.${column}:percentencode}`;

export const toAppeal = (column = 'appeal_id'): DataLink => to('appeal', 'История обращения', { id: ofRow(column) }, []);

/** The original on its platform. */
export const toPost = (column = 'url'): DataLink => ({
  title: 'Открыть на площадке',
  url: `\${__data.fields.${column}}`,
  targetBlank: true,
});

export function link({ title, url, targetBlank }: DataLink): DashboardLinkBuilder {
  return new DashboardLinkBuilder(title).url(url).targetBlank(targetBlank ?? false);
}
