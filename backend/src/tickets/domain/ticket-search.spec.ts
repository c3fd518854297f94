import fc from 'fast-check';
import { parseSearch } from './ticket-search.ts';

const typing = (text: string) => ({ text, finished: false });
const phrase = (text: string) => ({ text, finished: true });

describe('parseSearch', () => {
  it.each([
    ['', null],
    ['   ', null],
    ['""', null],
    ['\0', null],
    ['#123', { id: 123 }],
    ['  #7 ', { id: 7 }],
    ['# 123', { terms: [typing('#'), typing('123')] }],
    ['#123 refund', { terms: [typing('#123'), typing('refund')] }],
    ['refund late', { terms: [typing('refund'), typing('late')] }],
    ['refund refund', { terms: [typing('refund')] }],
    ['"paid twice"', { terms: [phrase('paid twice')] }],
    ['“paid twice” april', { terms: [phrase('paid twice'), typing('april')] }],
    ['late "paid tw', { terms: [typing('late'), typing('paid tw')] }],
    ['a & b | !c', { terms: ['a', '&', 'b', '|', '!c'].map(typing) }],
    ['100% foo_bar', { terms: [typing('100%'), typing('foo_bar')] }],
  ])('reads %j', (input, expected) => {
    expect(parseSearch(input)).toEqual(expected);
  });

  it('never fails, and never leaves an empty term', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (input) => {
        const search = parseSearch(input);
        if (search !== null && 'terms' in search) {
          expect(search.terms.length).toBeGreaterThan(0);
          expect(search.terms.every((term) => term.text.trim() !== '' && !term.text.includes('\0'))).toBe(true);
        }
      }),
    );
  });
});
