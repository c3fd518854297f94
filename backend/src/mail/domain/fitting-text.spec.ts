import { fittingText } from './fitting-text.ts';

describe('the text of a mail in a message', () => {
  it('stays as it is where it fits, counted in characters and not in halves of them', () => {
    const mail = { text: '😀'.repeat(100), folded: '> b', files: [] };
    expect(fittingText(mail, 100)).toEqual(mail);
  });

  it('is cut where it does not, and kept whole as a file', () => {
    const mail = { text: '😀'.repeat(101), folded: '> b', files: [] };
    const { text, folded, files } = fittingText(mail, 100);
    expect([...text]).toHaveLength(100);
    expect(text.isWellFormed()).toBe(true);
    expect(text).toMatch(/attached file\.]$/);
    expect(folded).toBe('> b');
    expect(files.map(({ name, content }) => [name, content.toString()])).toEqual([['message.txt', `${mail.text}> b`]]);
  });
});
