import { DESCRIPTION_MAX, TITLE_MAX, onOneLine, readableText, sameText } from './ticket-text';

describe('a title on one line', () => {
  it.each([
    ['one line', 'one line'],
    ['two\nlines', 'two lines'],
    ['two\r\n  lines', 'two lines'],
    ['a\ttab', 'a tab'],
    ['a\u2028separator', 'a separator'],
    ['still  two spaces', 'still  two spaces'],
    ['ends here\n', 'ends here '],
  ])('%j becomes %j', (text, line) => expect(onOneLine(text)).toBe(line));
});

describe('what the desk can be asked about', () => {
  it.each([
    ['nothing is written', '', '', null],
    ['only a title is written', 'Late webhooks', '  \n', null],
    ['the description is too long', '', 'x'.repeat(DESCRIPTION_MAX + 1), null],
    ['the title is empty', ' ', '\n Since 07:30 ', { description: ' Since 07:30' }],
    ['the title is too long', 'x'.repeat(TITLE_MAX + 1), 'Since 07:30', { description: 'Since 07:30' }],
    ['both are written', ' Late ', 'Since 07:30', { title: 'Late', description: 'Since 07:30' }],
  ])('when %s', (_, title, description, text) => expect(readableText(title, description)).toEqual(text));

  it.each([
    [null, null, true],
    [{ description: 'a' }, { description: 'a' }, true],
    [{ title: 'a', description: 'a' }, { description: 'a' }, false],
    [{ description: 'a' }, { description: 'b' }, false],
    [{ description: 'a' }, null, false],
  ])('%j and %j are the same text: %s', (one, other, same) => expect(sameText(one, other)).toBe(same));
});
