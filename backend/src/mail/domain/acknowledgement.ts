import type { ReadMail } from './read-mail.ts';
import type { SenderProof } from './sender-proof.ts';

/** Names of addresses at which nobody reads. */
const NOBODY =
  /^(?:.*[-_.+])?(?:(?:no|do[-_.]?not|dont)[-_.]?reply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|no[-_.]?responder)(?:[-_.+\d].*)?@/i;

/** Whether who wrote a mail is told that it has come: a person, who can be reached where the mail says that it is from. */
export function isAcknowledged({ kind, sender }: Pick<ReadMail, 'kind' | 'sender'>, proof: SenderProof): boolean {
  return kind === 'person' && proof !== 'denied' && sender !== null && !NOBODY.test(sender.address);
}

/** What they are told. */
export function acknowledgementWords(ticket: { readonly id: number; readonly title: string }): {
  readonly subject: string;
  readonly text: string;
} {
  const text = `Your message has arrived. It is ticket #${String(ticket.id)}: ${ticket.title}

Somebody will read it and answer you. If you answer this mail, what you write comes to the same ticket.

This mail was sent automatically.
`;
  return { subject: `Re: ${ticket.title} [#${String(ticket.id)}]`, text };
}
