/** Why a suggester rather says nothing of a field, and what a person is told of it. */
const ABSTENTIONS = {
  little_text: 'No suggestion yet: a sentence more would help',
  unknown_words: 'No suggestion: few of these words have been seen here',
  unknown_language: 'No suggestion: this language has not been learned yet',
  too_close: 'No suggestion: it is too close to call',
  /** One value stands out, but the desk's record says that it is wrong too often. */
  often_wrong: 'No suggestion: the desk is often wrong about such texts',
  /** Said of priorities alone. */
  not_learnable: 'No suggestion: this cannot be learned on this desk yet',
} as const satisfies Record<string, string>;

export type AbstentionReason = keyof typeof ABSTENTIONS;

export const ABSTENTION_REASONS = Object.keys(ABSTENTIONS) as readonly AbstentionReason[];

/** A sentence for the person who waits for the suggestion. */
export function noticeOfAbstention(reason: AbstentionReason): string {
  return `${ABSTENTIONS[reason]}.`;
}
