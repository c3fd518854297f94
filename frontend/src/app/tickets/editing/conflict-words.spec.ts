import { statusOption } from '../../ui/vocabulary';
import type { Names } from '../ticket-names';
import type { Conflict } from './conflict';
import { conflictWords } from './conflict-words';

describe('the question which of two values shall stand', () => {
  const names: Names = {
    category: (key) => key,
    person: (id) => `Person ${id}`,
    me: () => 1,
    hasLeft: () => false,
  };

  it.each<[Conflict['by'], string, string]>([
    [{ id: 2, via: 'web' }, 'Person 2 changed the status of ticket #7 in the meantime.', 'Take Person’s'],
    [
      { id: 2, via: 'token' },
      'Person 2 changed the status of ticket #7 with an API token in the meantime.',
      'Take Person’s',
    ],
    [
      { id: 1, via: 'web' },
      'You changed the status of ticket #7 in another tab in the meantime.',
      'Take your other tab’s',
    ],
    [
      { id: 1, via: 'token' },
      'You changed the status of ticket #7 with an API token in the meantime.',
      'Take your API token’s',
    ],
    [null, 'Somebody changed the status of ticket #7 in the meantime.', 'Take theirs'],
  ])('of %j', (by, sentence, take) => {
    const words = conflictWords(
      {
        id: 7,
        mine: statusOption('open'),
        theirs: statusOption('closed'),
        by,
      },
      names,
    );

    expect(`${words.who} ${words.what}`.trim()).toBe(sentence);
    expect(words.take).toBe(take);
  });
});
