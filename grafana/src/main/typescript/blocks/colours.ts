import { FieldColorModeId, MappingType, SpecialValueMatch, Threshold, ThresholdsMode, ValueMapping } from '@grafana/grafana-foundation-sdk/dashboard';
import { FieldColorBuilder, ThresholdsConfigBuilder } from '@grafana/grafana-foundation-sdk/dashboard';

/**
 * One language on all dashboards. A colour never stands alone: a word or a sign says the same, for those
 * who do not tell red from green. Named colours follow the light and the dark theme.
 */
export const IN_TIME = 'green';
export const SOON = 'orange';
export const OVERDUE = 'red';
export const NEUTRAL = 'blue';
export const QUIET = 'text';

export interface Word {
  text: string;
  color: string;
}

/** States of an appeal's term, as `STATE` (blocks/terms.ts) computes them. */
export const STATES: Record<string, Word> = {
  overdue: { text: '■ просрочено', color: OVERDUE },
  soon: { text: '▲ скоро срок', color: SOON },
  waiting: { text: '● в срок', color: IN_TIME },
  no_term: { text: '○ срока нет', color: QUIET },
  late: { text: '□ отвечено поздно', color: SOON },
  done: { text: '✓ отвечено в срок', color: IN_TIME },
  withdrawn: { text: '– снято', color: QUIET },
};

export const URGENCY: Record<string, Word> = {
  HIGH: { text: '‼ срочно', color: OVERDUE },
  NORMAL: { text: 'обычное', color: QUIET },
};

export function words(of: Record<string, Word>): ValueMapping[] {
  const options: Record<string, { text: string; color: string; index: number }> = {};
  Object.entries(of).forEach(([value, word], index) => {
    options[value] = { text: word.text, color: word.color, index };
  });
  return [{ type: MappingType.ValueToText, options }];
}

/** Texts that a query wrote itself, coloured by the sign they begin with. */
export function signs(of: Record<string, string>): ValueMapping[] {
  return Object.entries(of).map(([sign, color], index) => ({ type: MappingType.RegexToText, options: { pattern: `^${sign}.*`, result: { color, index } } }));
}

/** What stands where a query gives null. */
export function nullAs(text: string): ValueMapping[] {
  return [{ type: MappingType.SpecialValue, options: { match: SpecialValueMatch.Null, result: { text, color: NEUTRAL } } }];
}

/** What stands for numbers from a bound upwards. */
export function from(bound: number, text: string, color: string): ValueMapping[] {
  return [{ type: MappingType.RangeToText, options: { from: bound, to: null, result: { text, color } } }];
}

/** Steps from the base colour upwards: `steps('green', [1, 'red'])`. */
export function steps(base: string, ...above: [number, string][]): ThresholdsConfigBuilder {
  const list: Threshold[] = [{ value: null, color: base }, ...above.map(([value, color]) => ({ value, color }))];
  return new ThresholdsConfigBuilder().mode(ThresholdsMode.Absolute).steps(list);
}

export const byThresholds = () => new FieldColorBuilder().mode(FieldColorModeId.Thresholds);
export const byPalette = () => new FieldColorBuilder().mode(FieldColorModeId.PaletteClassic);
export const fixed = (color: string) => new FieldColorBuilder().mode(FieldColorModeId.Fixed).fixedColor(color);
