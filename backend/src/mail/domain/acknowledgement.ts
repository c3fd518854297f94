import type { ReadMail } from './read-mail.ts';
import type { SenderProof } from './sender-proof.ts';

/** Names of addresses at which nobody reads. */
const NOBODY =
  /^(?:.*[-_.+])?(?:(?:no|do[-_.]?not|dont)[-_.]?reply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder)(?:[-_.+\d].*)?@/i;

/** Whoever wrote so long ago has heard from somebody since, or waits no more. */
const OLD_AFTER_MS = 2 * 86_400_000;

/**
 * Whether who wrote a mail is told that it has come: a person, who can be reached where the mail says that it is from, and whose program
 * does not ask to be told nothing.
 */
export function isAcknowledged(
  { kind, sender, suppressesReplies }: Pick<ReadMail, 'kind' | 'sender' | 'suppressesReplies'>,
  proof: SenderProof,
): boolean {
  const isAsked = kind === 'person' && !suppressesReplies;
  return isAsked && proof !== 'denied' && sender !== null && !NOBODY.test(sender.address);
}

/**
 * Whether a mail is old: it came to its mailbox, or says that it was written, two days ago or before. It lay there when the desk was set
 * up, or was put there since.
 */
export function isOld({ writtenAt }: Pick<ReadMail, 'writtenAt'>, arrivedAt: Date, now: Date): boolean {
  const earliest = Math.min(arrivedAt.getTime(), writtenAt?.getTime() ?? Infinity);
  return now.getTime() - earliest > OLD_AFTER_MS;
}

/**
 * What of a mail is repeated to who it says it is from. Only what their domain confirms: otherwise somebody could have the desk write words
 * of their own to anybody.
 */
export function repeatedWords<Words extends Readonly<Record<string, string>>>(words: Words, proof: SenderProof): Words {
  if (proof === 'confirmed') return words;
  return Object.fromEntries(Object.keys(words).map((name) => [name, ''])) as Words;
}
