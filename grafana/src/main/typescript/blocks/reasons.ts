import { readFileSync } from 'node:fs';
import { named } from './terms';

/** Rules of the bundled books in words, which the command reads too; a centre's own rules keep their ids. */
const RULES: Record<string, string> = Object.fromEntries(
  readFileSync('../jobs/src/main/resources/reasons/reasons.tsv', 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split('\t')),
);

const PLUS = `substring(reason, 1, 1) = '+'`;
const MINUS = `substring(reason, 1, 1) = '-'`;
const WORD = `concat('«', substring(reason, 2), '»')`;

/** One reason in words. A plain word with a sign is one that told for or against. */
export const reasonInWords = (code: string) => named(code, RULES);

/** All reasons of an appeal, most telling first. */
export const reasonsInWords = (codes: string) =>
  `arrayStringConcat(arrayMap(reason -> multiIf(${PLUS}, ${WORD}, ${MINUS}, concat('против: ', ${WORD}), ${reasonInWords('reason')}), ${codes}), ', ')`;

/** A reason of an event: codes with spaces between them, or a text of its own. */
export const eventReasonInWords = (text: string) =>
  `if(ifNull(${text}, '') = 'page' OR match(ifNull(${text}, ''), '^(rule|urgency|route):'), ${reasonsInWords(`splitByChar(' ', assumeNotNull(${text}))`)}, ${text})`;
