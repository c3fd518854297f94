import { readAddress } from '../../contacts/mail-address.ts';
import { onOneLine } from '../../mail-accounts/domain/on-one-line.ts';
import type { KeptRecipient, RecipientState } from './outgoing-mail.ts';

/** What a server reports of a mail at one of its recipients: `hard` for good, `soft` for now, `delayed` while it still tries. */
export interface RecipientReport {
  readonly address: string;
  readonly delivery: 'hard' | 'soft' | 'delayed' | 'delivered';
  /** The code of RFC 3463, such as `5.1.1`; null where none is told. */
  readonly status: string | null;
  /** The server's own words; empty where it has none. */
  readonly words: string;
}

/** What a server reports of a mail. */
export interface ReturnReport {
  /** Of the mail, without brackets; null where it is not told. */
  readonly messageId: string | null;
  /** Those it reached the desk at, and those in it: one may be what the mail was to be answered to. */
  readonly addresses: readonly string[];
  readonly recipients: readonly RecipientReport[];
}

const WORDS_MAX = 500;
const STATES: Readonly<Record<RecipientReport['delivery'], RecipientState>> = {
  hard: 'bounced',
  soft: 'soft_bounced',
  delayed: 'delayed',
  delivered: 'sent',
};
/** What may become of a mail where a server took it: what came back for good stays so. */
const OPEN: readonly (RecipientState | null)[] = ['sent', 'delayed', 'soft_bounced'];

/**
 * The recipients of a mail as they are by a report. One of somebody to whom the mail never went, or where it was refused, says
 * nothing.
 */
export function afterReport(
  recipients: readonly KeptRecipient[],
  reports: readonly RecipientReport[],
): readonly KeptRecipient[] {
  const told = new Map(reports.map((report) => [keyOf(report.address), report]));
  return recipients.map((recipient) => {
    const report = told.get(keyOf(recipient.address));
    if (!report || !OPEN.includes(recipient.state)) return recipient;
    const state = STATES[report.delivery];
    // Who has come back so far does not wait again, but may have got it after all.
    if (state === 'delayed' && recipient.state !== 'sent') return recipient;
    return { ...recipient, state, detail: state === 'sent' ? null : wordsOf(report) };
  });
}

/** Whether a mail went to one of those of whom something is reported, whatever became of it there. */
export function wentTo(recipients: readonly KeptRecipient[], reports: readonly RecipientReport[]): boolean {
  const told = new Set(reports.map(({ address }) => keyOf(address)));
  return recipients.some(({ state, address }) => state !== null && state !== 'failed' && told.has(keyOf(address)));
}

function wordsOf({ status, words }: RecipientReport): string | null {
  const isTold = status === null || words.includes(status);
  return onOneLine(isTold ? words : `${status} ${words}`, WORDS_MAX) || null;
}

function keyOf(address: string): string {
  return readAddress(address)?.key ?? address;
}
