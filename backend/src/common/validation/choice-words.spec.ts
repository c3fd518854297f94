import { anyOf, oneOf } from './choice-words.ts';

describe('the words for what a field takes', () => {
  it.each([
    [['open', 'closed'], 'one of open, closed', 'any of open, closed'],
    [['pending'], 'pending', 'only pending'],
  ])('%j', (choices, one, any) => {
    expect([oneOf(choices), anyOf(choices)]).toEqual([one, any]);
  });
});
