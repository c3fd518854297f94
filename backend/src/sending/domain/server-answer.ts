import type { KeptRecipient, OutgoingKind, OutgoingState, RecipientState } from './outgoing-mail.ts';

/** Why a mail was not taken. */
export interface Refusal {
  /** The server's words, or what is wrong with reaching it; on one line. */
  readonly words: string;
  /** Whether another try would change nothing. */
  readonly isPermanent: boolean;
}

/** What a mail server said to a mail. */
export interface ServerAnswer {
  /** Null where it took it for somebody. */
  readonly refusal: Refusal | null;
  /** Of whom it refused, by address. */
  readonly refused: ReadonlyMap<string, Refusal>;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** So long a mail is tried, in milliseconds. What lets somebody in is worth nothing later, and an admin waits for a test. */
const TRIED_FOR_MS: Readonly<Record<OutgoingKind, number>> = {
  reply: 2 * DAY_MS,
  acknowledgement: 2 * DAY_MS,
  sign_in: 15 * MINUTE_MS,
  test: 0,
};

/** So long a mail server may take with one mail, however busily it answers; who waits to be let in waits for no long one. */
export function handOverMaxMs(kind: OutgoingKind): number {
  return kind === 'sign_in' || kind === 'test' ? MINUTE_MS : 10 * MINUTE_MS;
}

/** Whether a mail that is that old is given up when it is not taken now. */
export function isLastTry(kind: OutgoingKind, ageMs: number): boolean {
  return ageMs >= TRIED_FOR_MS[kind];
}

/** What became of a mail at its recipients by the answer of a server. Who has it, or cannot get it, stays as they are. */
export function afterAnswer(
  recipients: readonly KeptRecipient[],
  { refusal, refused }: ServerAnswer,
  isLast: boolean,
): KeptRecipient[] {
  return recipients.map((recipient) => {
    if (recipient.state !== null) return recipient;
    const problem = refused.get(recipient.address) ?? refusal;
    if (problem === null) return { ...recipient, state: 'sent', detail: null };
    return { ...recipient, state: problem.isPermanent || isLast ? 'failed' : null, detail: problem.words };
  });
}

/** Whether a mail did not arrive at somebody, as far as is known. */
export function isLost(state: RecipientState): boolean {
  return state === 'failed' || state === 'bounced' || state === 'soft_bounced';
}

/** How far a mail is by what became of it at its recipients. */
export function stateOf(recipients: readonly KeptRecipient[]): Exclude<OutgoingState, 'sending'> {
  const some = (...wanted: KeptRecipient['state'][]) => recipients.some(({ state }) => wanted.includes(state));
  if (some(null)) return 'queued';
  if (some('sent', 'delayed')) return 'sent';
  return some('bounced', 'soft_bounced') ? 'bounced' : 'failed';
}

/** What a server said where the mail did not arrive; null where it did. */
export function wordsOf(recipients: readonly KeptRecipient[]): string | null {
  return recipients.find(({ state, detail }) => state !== 'sent' && detail !== null)?.detail ?? null;
}
