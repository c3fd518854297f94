import { excerptOf, termsIn } from './matching-words.ts';

const terms = (...texts: string[]) => texts.map((text) => ({ text, finished: false }));
const marked = (text: string, ...words: string[]) =>
  excerptOf(text, terms(...words))
    .map((piece) => (piece.match ? `[${piece.text}]` : piece.text))
    .join('');

describe('why a text was found', () => {
  it.each<[string, string, string[]]>([
    ['the [seat]s are', 'the seats are', ['seat']],
    ['the [SEAT]s and [seat]', 'the SEATs and seat', ['seat']],
    ['[Stra\u00dfe] in [M\u00fcnchen]', 'Stra\u00dfe in M\u00fcnchen', ['munchen', 'STRASSE']],
    ['[Mu\u0308ller]', 'Mu\u0308ller', ['m\u00fcller']],
    ['reseat, [seat]', 'reseat, seat', ['seat']],
    ['re[seat]', 're\u0073eat', ['seat']],
    ['\u8acb\u6c42[\u66f8]', '\u8acb\u6c42\u66f8', ['\u66f8']],
    ['\ud83d\ude00 [seat] \ud83d\ude00', '\ud83d\ude00 seat \ud83d\ude00', ['seat']],
    ['<b>[x]</b>', '<b>x</b>', ['x']],
    ['', 'nothing of it', ['seat']],
    ['', 'x', ['\u0301']],
  ])('%s', (expected, text, words) => expect(marked(text, ...words)).toBe(expected));

  it('is told by the part around it', () => {
    const excerpt = marked(`${'before '.repeat(100)}needle ${'after '.repeat(100)}`, 'needle');
    expect(excerpt).toMatch(/^(before )+\[needle\] (after )+/);
    expect(excerpt.length).toBeLessThan(250);
  });

  it.each<[string, string, string[]]>([
    ['The [voucher] follows', 'The **voucher** follows', ['voucher']],
    ['See the [page] today', 'See [the page](https://example.com) today', ['page']],
    [
      'Look: [picture: a [plan]] there',
      'Look: ![a plan](attachment:019ac3de-0000-7000-8000-00000000000a) there',
      ['plan'],
    ],
    ['One\n[two] and three', '# One\n\n- `two` and\n  three', ['two']],
    ['See [the page](https://[needle].example)', 'See [the page](https://needle.example)', ['needle']],
  ])('is told by the words of Markdown: %s', (expected, text, words) => {
    const pieces = excerptOf(text, terms(...words), { markdown: true });
    expect(pieces.map(({ text: said, match }) => (match ? `[${said}]` : said)).join('')).toBe(expected);
  });

  it('is told without signs also in the middle of a long text', () => {
    const line = 'Some **bold** words.\n\n';
    const text = `${line.repeat(40)}The **needle** is here.\n\n${line.repeat(40)}`;
    const said = excerptOf(text, terms('needle'), { markdown: true }).map((piece) => piece.text);
    expect(said.join('')).toMatch(/ words\.\nThe needle is here\.\nSome bold/);
  });

  it('knows which words stand there', () => {
    const all = terms('seat', 'chair');
    expect([...termsIn('Two SEATS', all)]).toEqual([all[0]]);
  });
});
