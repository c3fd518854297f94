import { isVisible } from '../../common/validation/unseen.ts';
import { DESCRIPTION_MAX, TITLE_MAX, type TicketText } from '../../vocabulary/ticket-text.ts';
import { fittingText } from './fitting-text.ts';
import type { ReadMail } from './read-mail.ts';
import { bareSubject } from './subject.ts';

const NO_SUBJECT = '(no subject)';

/** What a ticket says that a mail became. */
export interface MailedTicketText extends TicketText {
  /** What its description cannot hold; empty of nearly all. */
  readonly rest: string;
}

/** What a ticket says that a mail became. Quotes are part of the first message. */
export function newTicketText(mail: ReadMail): MailedTicketText {
  const { text, folded: rest } = fittingText({ text: mail.text + mail.folded, folded: '' }, DESCRIPTION_MAX);
  const firstLine = text.split('\n').find(isVisible) ?? '';
  const title = [bareSubject(mail.subject), firstLine].find(isVisible) ?? NO_SUBJECT;
  return {
    title: [...title.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, TITLE_MAX).join('').trim(),
    description: isVisible(text) ? text : wordsForNone(mail),
    rest,
  };
}

function wordsForNone({ encrypted, files, fault }: ReadMail): string {
  if (fault !== null) return '(The desk cannot read this mail.)';
  if (encrypted) return '(This mail is encrypted: the desk cannot read it.)';
  return files.length > 0 ? '(This mail has no text, only files.)' : '(This mail has no text.)';
}
