import { IN_TIME, NEUTRAL, OVERDUE, QUIET, SOON, Word } from './colours';

/** How far people have come with a story; Otklik itself never says that something is false. */
export const STEPS: Record<string, Word> = {
  SUSPECTED: { text: '▲ ждёт проверки', color: SOON },
  RESURFACED: { text: '▲ вернулось', color: SOON },
  REGISTERED: { text: '→ проверяется', color: NEUTRAL },
  RATED: { text: '→ оценено', color: NEUTRAL },
  REFUTED: { text: '✓ опровергнуто', color: IN_TIME },
  CLOSED: { text: '– закрыто', color: QUIET },
};

/** What a person decided. */
export const RATINGS: Record<string, Word> = {
  '': { text: '', color: QUIET },
  FAKE: { text: '■ недостоверно', color: OVERDUE },
  MISLEADING: { text: '■ вводит в заблуждение', color: OVERDUE },
  TRUE: { text: '✓ достоверно', color: IN_TIME },
  UNVERIFIABLE: { text: '○ нельзя проверить', color: QUIET },
  SATIRE: { text: '○ шутка', color: QUIET },
  NOT_A_CLAIM: { text: '○ не утверждение', color: QUIET },
};

/** Nobody has judged it yet, or it was judged false and nobody has refuted it. */
export const UNSETTLED = `(status IN ('SUSPECTED', 'RESURFACED', 'REGISTERED') OR status = 'RATED' AND rating IN ('FAKE', 'MISLEADING'))`;

/** Signals of a story in the words of their description. */
export const REASONS = `arrayStringConcat(arrayMap(signal -> if(signal.detail = '', signal.id, signal.detail), signals), '; ')`;
