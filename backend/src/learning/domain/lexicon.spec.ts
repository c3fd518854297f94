import { STARTER } from '../starter/starter.ts';
import { type LexiconChanges, NO_CHANGES, changedStarter, lexiconProblems, stillMeant, tidied } from './lexicon.ts';

const CATEGORIES = ['billing', 'technical', 'account', 'general'];
const changes = (some: Partial<LexiconChanges>): LexiconChanges => ({ ...NO_CHANGES, ...some });
const problems = (some: Partial<LexiconChanges>) =>
  lexiconProblems(tidied(changes(some)), STARTER, CATEGORIES).map(({ field, code }) => [field, code]);

describe('what a desk changes of the words that are shipped', () => {
  it('is nothing by itself: the very same is learned from', () => {
    expect(changedStarter(STARTER, NO_CHANGES)).toBe(STARTER);
  });

  it('adds terms, leaves others out, and gives words of urgency other weights', () => {
    const starter = changedStarter(STARTER, {
      terms: [{ term: 'label printer', category: 'technical' }],
      off: ['invoice'],
      urgency: [
        { term: 'outage', weight: 1 },
        { term: 'is down', weight: 0 },
        { term: 'assembly line', weight: 3 },
      ],
    });
    expect(starter.terms).toHaveLength(STARTER.terms.length);
    expect(starter.terms.map(({ term }) => term)).toContain('label printer');
    expect(starter.terms.map(({ term }) => term)).not.toContain('invoice');
    const weight = (term: string) => starter.urgency.find((one) => one.term === term)?.weight;
    expect([weight('outage'), weight('is down'), weight('assembly line')]).toEqual([1, undefined, 3]);
  });

  it('has a version of its own, the same for the same changes in any order', () => {
    const [one, other] = [
      { term: 'label printer', category: 'technical' },
      { term: 'SEPA  mandate', category: 'billing' },
    ];
    const version = (terms: LexiconChanges['terms']) => changedStarter(STARTER, tidied(changes({ terms }))).version;
    expect(version([one, other])).toBe(version([other, one]));
    expect(version([one])).not.toBe(version([one, other]));
    expect(version([])).toBe(STARTER.version);
  });

  it('is no trouble when other words are shipped later', () => {
    const made = changes({
      terms: [
        { term: 'invoice', category: 'billing' },
        { term: 'invoice', category: 'technical' },
        { term: 'refund', category: 'billing' },
      ],
      off: ['no longer shipped', 'refund'],
    });
    const kept = stillMeant(made, STARTER);
    expect(kept).toEqual({ ...made, terms: made.terms.slice(1), off: ['refund'] });
    expect(lexiconProblems(tidied(kept), STARTER, CATEGORIES)).toEqual([]);
    expect(stillMeant(NO_CHANGES, STARTER)).toEqual(NO_CHANGES);
  });

  it('is read as texts are: in small letters, with single spaces', () => {
    expect(tidied(changes({ terms: [{ term: '  SEPA   Mandate! ', category: 'billing' }] })).terms[0]?.term).toBe(
      'sepa mandate',
    );
    expect(tidied(changes({ urgency: [{ term: 'Explod*', weight: 2 }] })).urgency[0]?.term).toBe('explod*');
  });

  it.each<[string, Partial<LexiconChanges>, [string, string][]]>([
    ['a term without a word', { terms: [{ term: '!!!', category: 'billing' }] }, [['terms.0.term', 'no_words']]],
    [
      'a category that is not there',
      { terms: [{ term: 'x', category: 'fleet' }] },
      [['terms.0.category', 'unknown_value']],
    ],
    ['a term that is shipped', { terms: [{ term: 'Invoice', category: 'billing' }] }, [['terms.0.term', 'taken']]],
    [
      'a term twice',
      {
        terms: [
          { term: 'label printer', category: 'technical' },
          { term: 'Label printer', category: 'technical' },
        ],
      },
      [['terms.1.term', 'taken']],
    ],
    ['to switch off what is not shipped', { off: ['label printer'] }, [['off.0', 'unknown_value']]],
    [
      'a word of urgency twice',
      {
        urgency: [
          { term: 'outage', weight: 1 },
          { term: 'Outage', weight: 2 },
        ],
      },
      [['urgency.1.term', 'taken']],
    ],
  ])('cannot be %s', (_, some, expected) => {
    expect(problems(some)).toEqual(expected);
  });

  it('may be a term of one category in another', () => {
    expect(problems({ terms: [{ term: 'invoice', category: 'technical' }] })).toEqual([]);
  });
});
