/** One contact point; its ways stand in files of their own, of which a start takes those that are configured. */
export const CONTACT = 'Отклик: дежурная смена';

const TITLE = '{{ template "otklik.title" . }}';
const BODY = '{{ template "otklik.body" . }}';

function way(uid: string, type: string, settings: Record<string, unknown>) {
  return {
    apiVersion: 1,
    contactPoints: [{ orgId: 1, name: CONTACT, receivers: [{ uid, type, disableResolveMessage: false, settings }] }],
  };
}

/** Grafana puts the environment's values in at its start; secrets never lie in these files. */
export const CONTACT_POINTS = {
  email: way('otklik-email', 'email', { addresses: '${OTKLIK_ALERT_EMAIL}', singleEmail: true, subject: TITLE, message: BODY }),
  telegram: way('otklik-telegram', 'telegram', {
    bottoken: '${OTKLIK_TELEGRAM_TOKEN}',
    chatid: '${OTKLIK_TELEGRAM_CHAT}',
    message: `${TITLE}\n\n${BODY}`,
    parse_mode: 'None',
  }),
  webhook: way('otklik-webhook', 'webhook', { url: '${OTKLIK_ALERT_WEBHOOK}', httpMethod: 'POST', title: TITLE, message: BODY }),
};

/** One message an authority; what is critical comes at once and again each hour. */
export const POLICIES = {
  apiVersion: 1,
  policies: [
    {
      orgId: 1,
      receiver: CONTACT,
      group_by: ['grafana_folder', 'alertname'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '4h',
      routes: [
        {
          receiver: CONTACT,
          object_matchers: [
            ['service', '=', 'otklik'],
            ['agency_id', '!=', ''],
            ['severity', '=', 'critical'],
          ],
          group_by: ['alertname', 'agency_id'],
          group_wait: '10s',
          repeat_interval: '1h',
        },
        {
          receiver: CONTACT,
          object_matchers: [
            ['service', '=', 'otklik'],
            ['agency_id', '!=', ''],
          ],
          group_by: ['alertname', 'agency_id'],
        },
        {
          receiver: CONTACT,
          object_matchers: [
            ['service', '=', 'otklik'],
            ['severity', '=', 'critical'],
          ],
          group_wait: '10s',
          repeat_interval: '1h',
        },
      ],
    },
  ],
};

/** No dollar sign: provisioning would take it for the environment. */
const TEMPLATE = `{{ define "otklik.title" }}{{ if gt (len .Alerts.Firing) 0 }}■ Отклик: {{ .CommonLabels.alertname }}{{ if gt (len .Alerts.Firing) 1 }} ({{ len .Alerts.Firing }}){{ end }}{{ else }}✓ Снято: {{ .CommonLabels.alertname }}{{ end }}{{ end }}
{{ define "otklik.one" }}{{ .Annotations.summary }}
Что делать: {{ .Annotations.action }}
{{ .Annotations.link }}
{{ end }}
{{ define "otklik.body" }}{{ range .Alerts.Firing }}{{ template "otklik.one" . }}
{{ end }}{{ if gt (len .Alerts.Resolved) 0 }}Больше не стоит:
{{ range .Alerts.Resolved }}✓ {{ .Annotations.summary }}
{{ end }}{{ end }}{{ end }}
`;

export const TEMPLATES = { apiVersion: 1, templates: [{ orgId: 1, name: 'otklik', template: TEMPLATE }] };
