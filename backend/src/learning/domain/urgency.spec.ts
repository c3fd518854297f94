import { plainText } from './plain-text.ts';
import { UrgencyLexicon, urgencyOf } from './urgency.ts';

const lexicon = new UrgencyLexicon([
  { term: 'down', weight: 2 },
  { term: 'urgent', weight: 2 },
  { term: 'not urgent', weight: -2 },
  { term: 'danger*', weight: 3 },
  { term: 'no rush', weight: -1.5 },
]);
const found = (description: string) =>
  lexicon.find(plainText({ title: '', description })).map(({ words, weight }) => [words, Number(weight.toFixed(2))]);

describe('words of urgency', () => {
  it.each([
    ['the server is down', [['down', 2]]],
    ['a dangerous leak', [['dangerous', 3]]],
    ['this is not urgent', [['not urgent', -2]]],
    ['there is no rush', [['no rush', -1.5]]],
    ['nothing to worry about', []],
  ])('are found as whole words, the longest first: %j', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    'the server is not down',
    'the server hasnt been down',
    "the servers weren't down",
    'nothing is down',
    'nichts ist down',
    'aucun serveur down',
    'nessun server down',
    'nenhum servidor down',
    'de server was nooit down',
  ])('say the contrary, but less of it, where they are denied: %j', (text) => {
    expect(found(text)).toEqual([['down', -0.6]]);
  });

  it('are denied by what stands close before them in the same sentence alone', () => {
    expect(found('this is not a drill. down')).toEqual([['down', 2]]);
    expect(found('not that I know for sure, but it is down')).toEqual([['down', 2]]);
  });

  it('say less with each further one', () => {
    expect(urgencyOf(lexicon.find(plainText({ title: 'down, dangerous', description: '' })))).toEqual({
      raises: 3 + 0.7 * 2,
      lowers: 0,
    });
  });
});
