import { isVisible } from '../../common/validation/unseen.ts';
import { type FirstWords, firstWords } from '../../conversation/domain/first-words.ts';
import { TITLE_MAX, type TicketText } from '../../vocabulary/ticket-text.ts';
import type { FoldedText } from './folded-quote.ts';
import type { MailFile, ReadMail } from './read-mail.ts';
import { bareSubject } from './subject.ts';

const NO_SUBJECT = '(no subject)';

/** What a ticket says that a mail became: as much as a ticket may hold. Its quote is part of the description, and folded. */
export function newTicketText(mail: ReadMail): TicketText & FirstWords {
  const { description, folded } = firstWords(mail);
  return {
    title: [bareSubject(mail.subject), ...description.split('\n')].map(titleOf).find(isVisible) ?? NO_SUBJECT,
    ...(isVisible(description) ? { description, folded } : { description: wordsForNone(mail), folded: '' }),
  };
}

/** A line as a title holds it: what is cut off may be all that readers would see. */
function titleOf(line: string): string {
  return [...line.replace(/[\s\p{Cc}]+/gu, ' ').trim()].slice(0, TITLE_MAX).join('').trim();
}

/** What an answer says that a mail became: why there are no words to read where they are encrypted or signed within a file. */
export function messageText(mail: ReadMail): FoldedText {
  const { text, folded, encrypted, files } = mail;
  const isUnreadable = encrypted || files.some(isSignedFile);
  return isUnreadable && !isVisible(text + folded) ? { text: wordsForNone(mail), folded: '' } : { text, folded };
}

function wordsForNone({ encrypted, files, fault }: ReadMail): string {
  if (fault !== null) return '(The desk cannot read this mail.)';
  if (encrypted) return '(This mail is encrypted: the desk cannot read it.)';
  if (files.some(isSignedFile))
    return '(This mail is signed as a whole, and the desk cannot read it: its words are in the file.)';
  return files.length > 0 ? '(This mail has no text, only files.)' : '(This mail has no text.)';
}

function isSignedFile({ type }: MailFile): boolean {
  return /^application\/(?:x-)?pkcs7-mime\b/.test(type);
}
