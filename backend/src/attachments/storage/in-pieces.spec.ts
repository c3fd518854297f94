import { inPieces } from './in-pieces.ts';

async function pieces(...content: string[]): Promise<string[]> {
  const result: string[] = [];
  const source = (async function* () {
    for (const text of content) yield await Promise.resolve(Buffer.from(text));
  })();
  for await (const piece of inPieces(source, 4)) result.push(piece.toString());
  return result;
}

describe('bytes in pieces', () => {
  it.each([
    [[], []],
    [[''], []],
    [['abc'], ['abc']],
    [['abcd'], ['abcd']],
    [
      ['a', 'b', '', 'cde', 'f'],
      ['abcd', 'ef'],
    ],
    [['abcdefghij'], ['abcd', 'efgh', 'ij']],
    [
      ['abc', 'defgh'],
      ['abcd', 'efgh'],
    ],
  ])('%j are %j', async (content, expected) => {
    expect(await pieces(...content)).toEqual(expected);
  });
});
