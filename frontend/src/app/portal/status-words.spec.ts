import { isSolved, statusWords } from './status-words';

describe('how a ticket stands, for the one who asked', () => {
  it.each([
    ['open', false, true, 'Arrived, in our queue'],
    ['in_progress', false, true, 'We are on it'],
    ['open', true, true, 'We answered, your turn'],
    ['in_progress', true, true, 'We answered, your turn'],
    ['open', true, false, 'We answered'],
    ['open', false, false, 'Arrived, in our queue'],
    ['resolved', false, true, 'Solved'],
    ['closed', true, false, 'Solved'],
  ] as const)('%s, answered %s, mine %s: %s', (status, answered, mine, words) => {
    expect(statusWords({ status, answered, mine }).words).toBe(words);
    expect(isSolved(status)).toBe(words === 'Solved');
  });
});
