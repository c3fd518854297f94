import { FILES_MAX, filesToKeep, wholeText } from './files-to-keep.ts';
import type { MailFile, ReadMail } from './read-mail.ts';

const FILE: MailFile = { name: 'a.png', type: 'image/png', content: Buffer.alloc(1), inlineId: null };
const MAIL: ReadMail = {
  identity: null,
  ...{ messageId: null, answers: [], writtenAt: null, sender: null, replyTo: [], to: [], cc: [], reachedAt: [] },
  ...{ subject: 'Printer', text: '', folded: '', html: null, files: [] },
  ...{ kind: 'person', report: null, suppressesReplies: false, encrypted: false, fault: null },
};

describe('what of a mail is kept as files', () => {
  it('is its text from where a message cannot show all of it, counted in characters', () => {
    expect(wholeText({ ...MAIL, text: '😀'.repeat(19_999), folded: '>' })).toBeNull();
    const whole = wholeText({ ...MAIL, text: '😀'.repeat(20_000), folded: '>' });
    expect(whole?.content.toString()).toBe(`${'😀'.repeat(20_000)}>`);
  });

  it('is the mail itself in place of more files than anybody looks through', () => {
    const raw = Buffer.from('Subject: Many\r\n\r\n');
    const files = Array.from({ length: FILES_MAX + 1 }, () => FILE);
    expect(filesToKeep({ ...MAIL, files: files.slice(1) }, raw)).toEqual(files.slice(1));
    expect(filesToKeep({ ...MAIL, files }, raw)).toEqual([expect.objectContaining({ name: 'mail.eml', content: raw })]);
  });

  it('is no picture of the HTML that is too small to be seen', () => {
    const point = { ...FILE, inlineId: 'point@x', content: Buffer.alloc(99) };
    const picture = { ...point, content: Buffer.alloc(100) };
    const others = [
      { ...FILE, content: Buffer.alloc(1) },
      { ...point, type: 'text/plain' },
    ];
    expect(filesToKeep({ ...MAIL, files: [point, picture, ...others] }, Buffer.alloc(0))).toEqual([picture, ...others]);
  });
});
