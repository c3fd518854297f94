import { FOLDED_MAX, fittingText } from './fitting-text.ts';

describe('the text of a mail in a message', () => {
  it('stays as it is where it fits, counted in characters and not in halves of them', () => {
    const mail = { text: '😀'.repeat(100), folded: '> b' };
    expect(fittingText(mail, 100)).toEqual(mail);
  });

  it('is folded from where it does not, and loses nothing', () => {
    const mail = { text: `${'😀'.repeat(100)}end\n`, folded: '> b' };
    expect(fittingText(mail, 100)).toEqual({ text: '😀'.repeat(100), folded: 'end\n> b' });
  });

  it('keeps of what is folded as much as anybody reads', () => {
    const { text, folded } = fittingText({ text: 'Help', folded: '😀'.repeat(FOLDED_MAX + 1) }, 20);
    expect([text, folded === '😀'.repeat(FOLDED_MAX)]).toEqual(['Help', true]);
  });
});
