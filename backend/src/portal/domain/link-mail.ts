import type { PlainMail } from '../../sending/domain/outgoing-mail.ts';

/** A link works for so many minutes. */
export const LINK_MINUTES = 15;

/**
 * The mail that lets somebody into the portal. Nothing of it but the address is theirs to choose, so that nobody can have the desk
 * send their words to others.
 *
 * @param desk what the desk is called on its portal.
 * @param link the address of the page that signs in.
 */
export function linkMail(desk: string, address: string, link: string): PlainMail {
  const ask = `Somebody, probably you, wants to sign in to ${desk} with this address. The link works once, for ${String(LINK_MINUTES)} minutes:`;
  const otherwise = 'If it was not you, there is nothing to do: nobody can sign in without this mail.';
  return {
    kind: 'sign_in',
    recipients: [{ role: 'to', name: '', address }],
    fromName: null,
    subject: `Sign in to ${desk}`,
    text: `${ask}\n\n${link}\n\n${otherwise}\n`,
    html: null,
  };
}
