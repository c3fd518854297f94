import { piecesOf } from './masked-pieces';

const shown = (text: string, ...placeholders: string[]): string[] =>
  piecesOf({ text, parts: placeholders.map((placeholder) => ({ placeholder, value: 'x' })) }).map((piece) =>
    piece.masked ? `<${piece.text}>` : piece.text,
  );

describe('the pieces of a masked text', () => {
  it.each<[string, string[], string[]]>([
    ['', [], []],
    ['Nothing here', [], ['Nothing here']],
    ['[EMAIL_1]', ['[EMAIL_1]'], ['<[EMAIL_1]>']],
    [
      'Ask [EMAIL_1], call [PHONE_1] or [EMAIL_1].',
      ['[EMAIL_1]', '[PHONE_1]', '[EMAIL_1]'],
      ['Ask ', '<[EMAIL_1]>', ', call ', '<[PHONE_1]>', ' or ', '<[EMAIL_1]>', '.'],
    ],
    ['[EMAIL_1][EMAIL_10] x', ['[EMAIL_1]', '[EMAIL_10]'], ['<[EMAIL_1]>', '<[EMAIL_10]>', ' x']],
    ['[EMAIL_2] was written', [], ['[EMAIL_2] was written']],
  ])('of %p with %p are %p', (text, placeholders, pieces) => {
    expect(shown(text, ...placeholders)).toEqual(pieces);
  });
});
