/** Units that read the same in every language of Grafana's page. */
export const COUNT = 'locale';
export const SHARE = 'percentunit';
/** Seconds as «2 d 03:15:00». */
export const DURATION = 'dtdhms';
/** Day and minute, in the dashboard's time zone. */
export const MOMENT = 'time:DD.MM HH:mm';
export const MOMENT_EXACT = 'time:DD.MM.YYYY HH:mm:ss';
export const PER_SECOND = 'ops';
export const BYTES = 'bytes';
export const MILLISECONDS = 'ms';
export const TEXT = 'string';
