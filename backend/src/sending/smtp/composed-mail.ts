import type { Readable } from 'node:stream';
import type { SendMailOptions } from 'nodemailer';
import { domainIn } from '../../contacts/mail-address.ts';
import type { UsableSender } from '../../mail-accounts/usable-sender.ts';
import type { KeptRecipient, MailRole, OutgoingKind, OutgoingMail } from '../domain/outgoing-mail.ts';
import { withPictureParts } from '../domain/pictures-in-mail.ts';

/** What nobody wrote says so (RFC 3834), so that no other robot answers it. */
const AUTOMATIC: Readonly<Record<OutgoingKind, string | null>> = {
  reply: null,
  acknowledgement: 'auto-replied',
  sign_in: 'auto-generated',
  test: 'auto-generated',
};

/** The same in the words of Exchange, which knows vacation notices and other answers of programs apart; reports may come. */
const UNANSWERED = { 'X-Auto-Response-Suppress': 'OOF, AutoReply' };

/** What servers are asked to report (RFC 3461). */
const RECEIPTS = ['success', 'failure', 'delay'];

/** A file that is sent with a mail; its content is read once. */
export interface MailFile {
  /** That of the attachment, by which HTML shows it. */
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly content: Readable;
}

/** What comes with a mail besides what is kept of it. */
export interface MailAdditions {
  /** Where it is answered to, if not to the address it is from. */
  readonly replyTo: string | null;
  readonly files: readonly MailFile[];
}

/**
 * A mail in the words of nodemailer. It goes to those alone of whom nobody knows yet what became of it. One that answers a mail by itself
 * has no return path (RFC 3834), so that nothing comes back from a robot or a server; nor is anything asked to be reported of it.
 */
export function composedMail(
  sender: UsableSender,
  mail: OutgoingMail,
  { replyTo, files }: MailAdditions,
): SendMailOptions {
  const name = fromName(sender, mail.fromName);
  const automatic = AUTOMATIC[mail.kind];
  const comesBack = automatic !== 'auto-replied';
  const ids = files.map(({ id }) => id);
  const { html, parts } = withPictureParts(mail.html ?? '', ids, domainIn(sender.fromAddress));
  const of = (wanted: MailRole) =>
    mail.recipients.filter(({ role }) => role === wanted).map(({ name, address }) => ({ name, address }));
  return {
    messageId: `<${mail.messageId}>`,
    date: mail.createdAt,
    from: { name, address: sender.fromAddress },
    ...(replyTo !== null && { replyTo: { name, address: replyTo } }),
    ...(mail.inReplyTo !== null && { inReplyTo: mail.inReplyTo }),
    references: [...mail.references],
    ...{ to: of('to'), cc: of('cc'), subject: mail.subject, text: mail.text },
    ...(mail.html !== null && { html }),
    attachments: files.map(({ id, name: filename, type: contentType, content }) => {
      const cid = parts.get(id);
      // What stands in the text is no file once more.
      return {
        filename,
        contentType,
        content,
        ...(cid !== undefined && { cid, contentDisposition: 'inline' as const }),
      };
    }),
    ...(sender.asksReceipts && comesBack && { dsn: { id: mail.messageId, return: 'headers', notify: RECEIPTS } }),
    headers: automatic === null ? {} : { 'Auto-Submitted': automatic, ...UNANSWERED },
    envelope: { from: comesBack ? sender.fromAddress : '', to: waiting(mail.recipients) },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  };
}

function waiting(recipients: readonly KeptRecipient[]): string[] {
  return [...new Set(recipients.filter(({ state }) => state === null).map(({ address }) => address))];
}

function fromName({ fromName: desk }: UsableSender, person: string | null): string {
  if (person === null) return desk;
  return desk === '' ? person : `${person} (${desk})`;
}
