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

  it('knows which words stand there', () => {
    const all = terms('seat', 'chair');
    expect([...termsIn('Two SEATS', all)]).toEqual([all[0]]);
  });
});
