import type { MailFile, ReadMail } from './read-mail.ts';

const CUT = '\n\n[The whole text is in the attached file.]';

/** What of a mail goes into a message: its texts, cut where they are too long, and its files, the whole text among them then. */
export interface FittingText {
  readonly text: string;
  readonly folded: string;
  readonly files: readonly MailFile[];
}

/** The texts of a mail in at most `most` characters each; a longer one is kept whole as the file `message.txt`. */
export function fittingText(mail: Pick<ReadMail, 'text' | 'folded' | 'files'>, most: number): FittingText {
  const { text, folded, files } = mail;
  if (lengthOf(text) <= most && lengthOf(folded) <= most) return { text, folded, files };
  const whole: MailFile = {
    name: 'message.txt',
    type: 'text/plain; charset=utf-8',
    content: Buffer.from(text + folded),
    inlineId: null,
  };
  return { text: cut(text, most), folded: cut(folded, most), files: [...files, whole] };
}

function cut(text: string, most: number): string {
  return lengthOf(text) <= most ? text : `${[...text].slice(0, most - CUT.length).join('')}${CUT}`;
}

function lengthOf(text: string): number {
  return [...text].length;
}
