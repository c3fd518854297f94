import type { ConversationEntry, MessageRecipient } from '../../api/conversation-model';

const LOST: ReadonlySet<string> = new Set(['bounced', 'failed', 'soft_bounced']);

/** It did not arrive there, as far as is known. */
export function isLost({ state }: Pick<MessageRecipient, 'state'>): boolean {
  return state !== null && LOST.has(state);
}

/** Those whom an answer did not reach, and to whom the same words have not gone since. `entries` are in their order. */
export function unreached(
  answer: ConversationEntry,
  entries: readonly ConversationEntry[],
): readonly MessageRecipient[] {
  const lost = answer.recipients.filter(isLost);
  if (lost.length === 0) return lost;
  const since = entries.filter(
    ({ number, kind, text, taken_back_at }) =>
      number > answer.number && kind === 'reply' && taken_back_at === null && text === answer.text,
  );
  const reached = new Set(since.flatMap(({ recipients }) => recipients.filter((one) => !isLost(one)).map(keyOf)));
  return lost.filter((one) => !reached.has(keyOf(one)));
}

/** The last answer to somebody, which did not arrive. */
export interface LostAnswer {
  /** When it was written, as an ISO time. */
  readonly at: string;
  /** What the server said; null for nothing. */
  readonly detail: string | null;
}

/** Where the last answer to an address did not arrive, by `addressKey`. */
export function lostAnswers(entries: readonly ConversationEntry[]): ReadonlyMap<string, LostAnswer> {
  const lost = new Map<string, LostAnswer>();
  for (const { at, delivery, recipients } of entries) {
    for (const one of recipients) {
      if (isLost(one)) lost.set(keyOf(one), { at, detail: one.detail ?? delivery?.detail ?? null });
      else if (one.state === 'sent') lost.delete(keyOf(one));
    }
  }
  return lost;
}

/** People take addresses for the same that differ in case. */
export function addressKey(address: string): string {
  return address.toLowerCase();
}

function keyOf({ address }: Pick<MessageRecipient, 'address'>): string {
  return addressKey(address);
}
