import type { SuggestionSource } from '../../../suggestions/domain/suggestion-source.ts';
import { type Spell, modelChanges } from './model-changes.ts';

/** A source in a version, within one week from one day of April to another. */
function spell(place: number, version: string, from: number, to = from, source: SuggestionSource = 'llm'): Spell {
  const on = (day: number) => new Date(Date.UTC(2026, 3, day));
  return { place, source, model: 'm', version, first: on(from), last: on(to) };
}

const told = (spells: readonly Spell[]) =>
  modelChanges(spells).map(({ place, source, version, at }) => [place, source, version, at.getUTCDate()]);

describe('changes of model or prompt', () => {
  it.each<[string, Spell[], unknown[]]>([
    ['are none while nothing changes', [spell(0, '1', 1, 7), spell(1, '1', 8, 14)], []],
    ['are told where they begin, in any order', [spell(1, '2', 9, 14), spell(0, '1', 1, 7)], [[1, 'llm', '2', 9]]],
    ['are told within a week', [spell(0, '1', 1, 3), spell(0, '2', 4, 7)], [[0, 'llm', '2', 4]]],
    [
      'are told when a version comes back',
      [spell(0, '1', 1, 7), spell(1, '2', 8, 14), spell(2, '1', 15, 21)],
      [
        [1, 'llm', '2', 8],
        [2, 'llm', '1', 15],
      ],
    ],
    [
      'are told when a version comes back within the same week, once the other is over',
      [spell(0, '1', 1, 7), spell(0, '2', 3, 4)],
      [
        [0, 'llm', '2', 3],
        [0, 'llm', '1', 4],
      ],
    ],
    [
      'are told once of one that stands in now and then',
      [spell(0, '1', 1, 7), spell(0, '9', 2, 2, 'local'), spell(1, '1', 8, 14), spell(2, '9', 16, 16, 'local')],
      [[0, 'local', '9', 2]],
    ],
  ])('%s', (_, spells, expected) => expect(told(spells)).toEqual(expected));
});
