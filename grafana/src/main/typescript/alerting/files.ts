import { json } from '../blocks/json';
import { CONTACT_POINTS, POLICIES, TEMPLATES } from './contacts';
import { ruleGroups } from './rules';

/** Path below `grafana/` to content. */
export function files(): Record<string, string> {
  return {
    'provisioning/alerting/rules.json': json(ruleGroups()),
    'provisioning/alerting/policies.json': json(POLICIES),
    'provisioning/alerting/templates.json': json(TEMPLATES),
    ...Object.fromEntries(Object.entries(CONTACT_POINTS).map(([name, way]) => [`contact-points/${name}.json`, json(way)])),
  };
}
