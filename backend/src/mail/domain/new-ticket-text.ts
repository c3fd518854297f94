import { isVisible } from '../../common/validation/unseen.ts';
import { DESCRIPTION_MAX, TITLE_MAX, type TicketText } from '../../vocabulary/ticket-text.ts';
import { fittingText } from './fitting-text.ts';
import type { ReadMail } from './read-mail.ts';
import { bareSubject } from './subject.ts';

const NO_SUBJECT = '(no subject)';

/** What a ticket says that a mail became: as much as a ticket may hold. Quotes are part of the first message. */
export function newTicketText(mail: ReadMail): TicketText {
  const { text } = fittingText({ text: mail.text + mail.folded, folded: '' }, DESCRIPTION_MAX);
  return {
    title: [bareSubject(mail.subject), ...text.split('\n')].map(titleOf).find(isVisible) ?? NO_SUBJECT,
    description: isVisible(text) ? text : wordsForNone(mail),
  };
}

/** A line as a title holds it: what is cut off may be all that readers would see. */
function titleOf(line: string): string {
  return [...line.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, TITLE_MAX).join('').trim();
}

function wordsForNone({ encrypted, files, fault }: ReadMail): string {
  if (fault !== null) return '(The desk cannot read this mail.)';
  if (encrypted) return '(This mail is encrypted: the desk cannot read it.)';
  return files.length > 0 ? '(This mail has no text, only files.)' : '(This mail has no text.)';
}
