import { TEST_MAIL } from '../../mail-accounts/domain/test-mail.ts';
import type { ReadMail } from './read-mail.ts';
import type { Prover, SenderProof } from './sender-proof.ts';

/** What the desk knows of a mail besides itself. */
export interface MailFacts {
  readonly proof: SenderProof;
  readonly by: Prover;
  /** The ticket that an address names at which it arrived, and that the desk has signed; null where none does. */
  readonly addressed: number | null;
  /** The ticket of the nearest mail that it answers; null where the desk knows none of them. */
  readonly answered: number | null;
  /** The ticket whose number stands in its subject, if its sender is part of that already, at any of their addresses; null otherwise. */
  readonly named: number | null;
  /** How many mails of its sender came in the hour before, and how many of them were answers that a program gave. */
  readonly lately: { readonly all: number; readonly replies: number };
  /** Whether it says that it is from the desk. */
  readonly fromItself: boolean;
}

export type Destination =
  | { readonly to: 'ticket' }
  | { readonly to: 'message'; readonly ticket: number; readonly reopens: boolean }
  | { readonly to: 'report' }
  | { readonly to: 'passed_over'; readonly reason: string }
  | { readonly to: 'quarantined'; readonly reason: string };

/** So many automatic answers of one sender become something within an hour; the next ones wait for an admin. */
export const REPLIES_IN_HOUR = 3;
/** The same of all mails of one sender: a robot may send mails that look as if a person wrote them. */
export const MAILS_IN_HOUR = 500;

/** Where a mail goes: the first rule that says something. */
export function destinationOf(mail: ReadMail, facts: MailFacts): Destination {
  if (mail.fault !== null) return quarantined(mail.fault);
  if (mail.sender === null) return quarantined('It does not say who it is from');
  if (mail.kind === 'delivery') return { to: 'report' };
  if (mail.kind === 'receipt') return { to: 'passed_over', reason: 'It tells that a mail was read' };
  if (mail.kind === 'statistics') {
    return { to: 'passed_over', reason: 'A receiver’s report on the mails of a domain (DMARC or TLS)' };
  }
  if (mail.kind === 'complaint') return quarantined('A report that somebody calls a mail of this desk unwanted');
  return held(mail, facts) ?? threaded(mail, facts) ?? { to: 'ticket' };
}

function held({ kind, messageId }: ReadMail, { proof, by, lately, fromItself }: MailFacts): Destination | null {
  if (proof === 'denied') {
    const found = by === 'server' ? ', as the mailbox’s server found' : '';
    return quarantined(`The sender’s domain does not confirm it (DMARC)${found}`);
  }
  if (fromItself && messageId?.startsWith(TEST_MAIL)) {
    return { to: 'passed_over', reason: 'It was sent to try whether mails arrive' };
  }
  if (fromItself) return quarantined('It says that it is from the desk itself');
  if (kind === 'reply' && lately.replies >= REPLIES_IN_HOUR) {
    return quarantined(`An automatic answer, after ${lately.replies} of this sender within an hour`);
  }
  if (lately.all >= MAILS_IN_HOUR) return quarantined(`This sender wrote ${lately.all} mails within an hour`);
  return null;
}

function threaded({ kind }: ReadMail, { addressed, answered, named, proof }: MailFacts): Destination | null {
  const reopens = kind === 'person';
  const ticket = addressed ?? answered;
  if (ticket !== null) return { to: 'message', ticket, reopens };
  // By the address alone nobody joins: it has to be from there.
  if (named !== null && proof === 'confirmed') return { to: 'message', ticket: named, reopens };
  return kind === 'reply' ? quarantined('An automatic answer to nothing that the desk knows') : null;
}

function quarantined(reason: string): Destination {
  return { to: 'quarantined', reason };
}
