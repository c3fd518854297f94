import { newTicketText } from './new-ticket-text.ts';
import type { MailFile, ReadMail } from './read-mail.ts';

const FILE: MailFile = { name: 'a.png', type: 'image/png', content: Buffer.alloc(1), inlineId: null };
const MAIL: ReadMail = {
  identity: null,
  ...{ messageId: null, answers: [], writtenAt: null, sender: null, replyTo: [], to: [], cc: [], reachedAt: [] },
  ...{ subject: 'Re: Printer', text: 'Help\n', folded: '> quote', html: null, files: [] },
  ...{ kind: 'person', report: null, suppressesReplies: false, encrypted: false, fault: null },
};

describe('the text of a ticket that a mail became', () => {
  it.each<readonly [string, Partial<ReadMail>, { title?: string; description?: string }]>([
    ['holds the quote too', {}, { title: 'Printer', description: 'Help\n> quote' }],
    ['has its first line for a title without a subject', { subject: ' ' }, { title: 'Help' }],
    ['has a title whatever is missing', { subject: 'Re:', text: ' ', folded: '' }, { title: '(no subject)' }],
    [
      'says that it cannot be read',
      { text: '', folded: '', fault: 'Too many parts' },
      { description: '(The desk cannot read this mail.)' },
    ],
    ['says that there is no text', { text: '\n', folded: '' }, { description: '(This mail has no text.)' }],
    [
      'says that there are files',
      { text: '', folded: '', files: [FILE] },
      { description: '(This mail has no text, only files.)' },
    ],
    [
      'says that it is encrypted',
      { text: '', folded: '', encrypted: true },
      { description: '(This mail is encrypted: the desk cannot read it.)' },
    ],
    ['has no title of which only the end would be seen', { subject: `${'\u200b'.repeat(250)}x` }, { title: 'Help' }],
    ['cuts a title between characters', { subject: '😀'.repeat(300) }, { title: '😀'.repeat(200) }],
  ])('%s', (_, mail, expected) => {
    expect(newTicketText({ ...MAIL, ...mail })).toMatchObject(expected);
  });

  it('is the beginning of a long one', () => {
    const { description } = newTicketText({ ...MAIL, text: 'x'.repeat(20_000), folded: '> quote' });
    expect(description).toBe('x'.repeat(20_000));
  });
});
