import type { Destination } from './destination.ts';
import type { MailState } from './kept-mail.ts';
import type { SenderProof } from './sender-proof.ts';

/** The one that stands of several mails that are the same one. */
export interface StandingMail {
  readonly id: number;
  readonly state: MailState;
  readonly proof: SenderProof | null;
  /** The ticket that it became, or is a message of. */
  readonly ticketId: number | null;
  /** Whether its bytes are kept; they are not where its words were removed, or are over 90 days old. */
  readonly hasBytes: boolean;
}

/**
 * What a mail is beside the same one that came before: a `copy`; the one that stands `instead` of one that waits for an admin; or it
 * `leads` to the ticket that it belongs to, of which the one before, which opened a ticket, knew nothing.
 */
export type CopyRole = 'copy' | 'instead' | 'leads';

/** Words that were removed come back by no copy; where the bytes of the one before are gone, it may be that they were. */
export function roleBeside(before: StandingMail, destination: Destination): CopyRole {
  if (before.state === 'quarantined') return destination.to === 'quarantined' && before.hasBytes ? 'copy' : 'instead';
  const opened = before.state === 'ticket' && before.ticketId !== null && before.hasBytes;
  return opened && destination.to === 'message' && destination.ticket !== before.ticketId ? 'leads' : 'copy';
}

/** One that became a ticket, or a message of it. */
export type DeliveredMail = StandingMail & { readonly ticketId: number };

/** Whether a copy proves of what became something that it is from whom it says, which the one before did not. */
export function confirmsMore(before: StandingMail, proof: SenderProof): before is DeliveredMail {
  return before.ticketId !== null && before.hasBytes && proof === 'confirmed' && before.proof !== 'confirmed';
}
