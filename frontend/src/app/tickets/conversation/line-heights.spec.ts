import { NAMES } from '../testing/people';
import { anEvent } from '../testing/events';
import { aMessage, eventEntry } from '../testing/messages';
import { conversationLines } from './conversation-lines';
import { guessedHeight } from './line-heights';

const guess = (entry: Parameters<typeof conversationLines>[0][number], width = 700) => {
  const line = conversationLines([entry], NAMES)[0];
  return line ? guessedHeight(line, width) : NaN;
};

describe('the guess at how high a line is', () => {
  const short = guess(aMessage(2, { text: 'Yes.' }));

  it.each([
    ['more rows', aMessage(2, { text: 'one\ntwo\n\nfour' }), short + 3 * 22],
    ['a long row, which is broken', aMessage(2, { text: 'a'.repeat(240) }), short + 2 * 22],
    ['nothing left of its words', aMessage(2, { text: null }), short],
    ['no end', aMessage(2, { text: 'a\n'.repeat(10_000) }), short + 59 * 22],
  ])('of a message is higher with %s', (_, entry, height) => {
    expect(guess(entry)).toBe(height);
  });

  it('is higher where there is less room', () => {
    expect(guess(aMessage(2, { text: 'a'.repeat(240) }), 358)).toBeGreaterThan(short + 4 * 22);
  });

  it('of what happened is one row', () => {
    expect(guess(eventEntry(anEvent(2, [{ field: 'status', from: 'open', to: 'closed' }])))).toBe(24);
  });
});
