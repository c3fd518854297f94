import { isSolved, statusWords } from './status-words';

describe('how a ticket stands, for the one who asked', () => {
  it.each([
    ['open', false, 'Arrived, in our queue'],
    ['in_progress', false, 'We are on it'],
    ['open', true, 'We answered, your turn'],
    ['in_progress', true, 'We answered, your turn'],
    ['resolved', false, 'Solved'],
    ['closed', true, 'Solved'],
  ] as const)('%s, answered %s: %s', (status, answered, words) => {
    expect(statusWords(status, answered).words).toBe(words);
    expect(isSolved(status)).toBe(words === 'Solved');
  });
});
