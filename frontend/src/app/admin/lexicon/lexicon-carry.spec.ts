import type { LexiconChanges } from '../../api/admin-model';
import { carried } from './lexicon-carry';

const billing = (...terms: string[]) => terms.map((term) => ({ term, category: 'billing' }));
const changes = (values: Partial<LexiconChanges>): LexiconChanges => ({ terms: [], off: [], urgency: [], ...values });
const weighed = (term: string, weight: number) => ({ term, weight });

describe('words that somebody is changing while another admin saves theirs', () => {
  it.each<[string, LexiconChanges, LexiconChanges, LexiconChanges, LexiconChanges]>([
    [
      'nothing changed meanwhile',
      changes({ terms: billing('new', 'old') }),
      changes({ terms: billing('old') }),
      changes({ terms: billing('old') }),
      changes({ terms: billing('new', 'old') }),
    ],
    [
      'both added and took away',
      changes({ terms: billing('mine', 'b'), off: ['x'] }),
      changes({ terms: billing('a', 'b') }),
      changes({ terms: billing('theirs', 'a', 'b'), off: ['y'] }),
      changes({ terms: billing('mine', 'theirs', 'b'), off: ['x', 'y'] }),
    ],
    [
      'both weighed the same',
      changes({ urgency: [weighed('outage', 4)] }),
      changes({ urgency: [weighed('outage', 2), weighed('later', 1)] }),
      changes({ urgency: [weighed('outage', 1), weighed('later', 0)] }),
      changes({ urgency: [weighed('outage', 4)] }),
    ],
    [
      'nothing was written',
      changes({ off: ['x'] }),
      changes({ off: ['x'] }),
      changes({ off: [], terms: billing('theirs') }),
      changes({ terms: billing('theirs') }),
    ],
    [
      'one switched off what the other took to another category',
      changes({ terms: [{ term: 'seat', category: 'account' }] }),
      changes({ terms: billing('seat') }),
      changes({ terms: billing('seat'), off: ['plan'] }),
      changes({ terms: [{ term: 'seat', category: 'account' }], off: ['plan'] }),
    ],
  ])('are both there: %s', (_, written, before, now, expected) => {
    expect(carried(written, before, now)).toEqual(expected);
  });
});
