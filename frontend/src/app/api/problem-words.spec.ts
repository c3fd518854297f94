import { plainWords, waitInWords } from './problem-words';

describe('plain words for a problem', () => {
  it.each([
    [0, 'in less than a minute'],
    [59, 'in less than a minute'],
    [60, 'in a minute'],
    [61, 'in 2 minutes'],
    [840, 'in 14 minutes'],
  ])('say a wait of %d seconds', (seconds, words) => {
    expect(waitInWords(seconds)).toBe(words);
  });

  it('tell how long to wait after too many requests', () => {
    expect(plainWords('too_many_requests', 90)).toBe('That was too much at once. Try again in 2 minutes.');
  });

  it('tell who can help with what a person may not do', () => {
    expect(plainWords('forbidden', null)).toContain('Ask an administrator');
  });

  it('leave everything else to the API', () => {
    expect(plainWords('ticket_not_found', null)).toBeNull();
  });
});
