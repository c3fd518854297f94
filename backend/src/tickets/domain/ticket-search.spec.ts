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
    ['＃１２３', { id: 123 }],
    ['#١٢٣', { id: 123 }],
    ['\u202a#123\u202c', { id: 123 }],
    ['# 123', { terms: [typing('#'), typing('123')], number: 123 }],
    ['123', { terms: [typing('123')], number: 123 }],
    ['१२३', { terms: [typing('१२३')], number: 123 }],
    ['[#123]', { terms: [typing('[#123]')], number: 123 }],
    ['(123)', { terms: [typing('(123)')], number: 123 }],
    ['Ticket #123', { terms: [typing('Ticket'), typing('#123')], number: 123 }],
    ['ticket 123:', { terms: [typing('ticket'), typing('123:')], number: 123 }],
    ['#123:', { terms: [typing('#123:')], number: 123 }],
    ['TICKET-123', { terms: [typing('TICKET-123')], number: 123 }],
    ['ticket: 123', { terms: [typing('ticket:'), typing('123')], number: 123 }],
    ['Ticket no. 123', { terms: ['Ticket', 'no.', '123'].map(typing), number: 123 }],
    ['№123', { terms: [typing('№123')] }],
    ['№ 123', { terms: [typing('№'), typing('123')], number: 123 }],
    ['Ticket123', { terms: [typing('Ticket123')] }],
    ['Fall #123', { terms: [typing('Fall'), typing('#123')], number: 123 }],
    ['error 123', { terms: [typing('error'), typing('123')] }],
    ['12.3', { terms: [typing('12.3')] }],
    ['\u200brefund\ufeff', { terms: [typing('refund')] }],
    ['\u202aABC-123/45\u202c', { terms: [typing('ABC-123/45')] }],
    ['\u200b \u2060', null],
    ['#123 refund', { terms: [typing('#123'), typing('refund')] }],
    ['refund late', { terms: [typing('refund'), typing('late')] }],
    ['refund refund', { terms: [typing('refund')] }],
    ['"paid twice"', { terms: [phrase('paid twice')] }],
    ['“paid twice” april', { terms: [phrase('paid twice'), typing('april')] }],
    ['late "paid tw', { terms: [typing('late'), typing('paid tw')] }],
    ['a & b | !c', { terms: ['a', '&', 'b', '|', '!c'].map(typing) }],
    ['100% foo_bar', { terms: [typing('100%'), typing('foo_bar')] }],
  ])('reads %j', (input, expected) => {
    expect(parseSearch(input)).toEqual(expected && 'terms' in expected ? { number: null, ...expected } : expected);
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
