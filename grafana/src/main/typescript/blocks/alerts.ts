import { OVERDUE, SOON, Word } from './colours';

/** Kinds of alerts, as the reader sees them. */
export const KINDS: Record<string, Word> = {
  DUE_SOON: { text: '▲ скоро срок', color: SOON },
  OVERDUE: { text: '■ просрочено', color: OVERDUE },
  ESCALATION: { text: '‼ доклад выше', color: OVERDUE },
  SPREAD: { text: '◆ распространение', color: OVERDUE },
  ENGAGEMENT_SPIKE: { text: '△ всплеск', color: SOON },
};
