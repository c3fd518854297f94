import { isOneOf } from './part-of-ticket.ts';

describe('who is part of a ticket', () => {
  it.each<readonly [string, readonly number[], number | null, readonly number[], boolean]>([
    ['who asks', [1], 1, [], true],
    ['who follows', [2], 1, [3, 2], true],
    ['who is the same person as who asks', [4, 1], 1, [], true],
    ['who is the same person as one who follows', [5, 4, 3], null, [2, 3], true],
    ['nobody else', [4], 1, [2, 3], false],
    ['nobody where nobody asks', [1], null, [], false],
    ['nobody who is not known', [], 1, [2], false],
  ])('%s', (_, ids, requester, followers, expected) => {
    expect(isOneOf({ requester, followers }, { ids })).toBe(expected);
  });
});
