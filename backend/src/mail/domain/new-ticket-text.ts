import { isVisible } from '../../common/validation/unseen.ts';
import { DESCRIPTION_MAX, TITLE_MAX, type TicketText } from '../../vocabulary/ticket-text.ts';
import { fittingText } from './fitting-text.ts';
import type { ReadMail } from './read-mail.ts';
import { bareSubject } from './subject.ts';

const NO_SUBJECT = '(no subject)';

/** What a ticket says that a mail became: as much as a ticket may hold. Quotes are part of the first message. */
export function newTicketText(mail: ReadMail): TicketText {
  const { text } = fittingText({ text: mail.text + mail.folded, folded: '' }, DESCRIPTION_MAX);
  const firstLine = text.split('\n').find(isVisible) ?? '';
  const title = [bareSubject(mail.subject), firstLine].find(isVisible) ?? NO_SUBJECT;
  return {
    title: [...title.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, TITLE_MAX).join('').trim(),
    description: isVisible(text) ? text : wordsForNone(mail),
  };
}

function wordsForNone({ encrypted, files, fault }: ReadMail): string {
  if (fault !== null) return '(The desk cannot read this mail.)';
  if (encrypted) return '(This mail is encrypted: the desk cannot read it.)';
  return files.length > 0 ? '(This mail has no text, only files.)' : '(This mail has no text.)';
}
