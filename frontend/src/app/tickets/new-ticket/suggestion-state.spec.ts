import { abstention, hiddenSuggestion, noSuggestion, suggestion, twoOptions } from './testing/suggestion';
import { IDLE, answers, next, suggestionIdFor } from './suggestion-state';
import type { SuggestionEvent, SuggestionState } from './suggestion-state';

const text = { title: 'Late', description: 'Since 07:30' };
const other = { description: 'Since 08:10' };
const given = suggestion();
const none = noSuggestion('The model was unavailable.');

const suggested: SuggestionState = { phase: 'suggested', text, suggestion: given };
const requestId = '7f3c-19ab';
const failed: SuggestionState = { phase: 'failed', text, requestId };
const reading: SuggestionState = { phase: 'reading', text, before: IDLE };
const readingAgain: SuggestionState = { phase: 'reading', text: other, before: suggested };

describe('the desk reads a ticket', () => {
  it.each<[string, SuggestionState, SuggestionEvent, SuggestionState]>([
    ['starts to read when asked', IDLE, { kind: 'asked', text }, reading],
    ['remembers what it said before', suggested, { kind: 'asked', text: other }, readingAgain],
    [
      'reads only the latest text',
      readingAgain,
      { kind: 'asked', text },
      { phase: 'reading', text, before: suggested },
    ],
    ['can be asked again after a failure', failed, { kind: 'asked', text }, { phase: 'reading', text, before: failed }],
    ['gives a suggestion', reading, { kind: 'answered', text, suggestion: given, requestId }, suggested],
    [
      'has none this time',
      reading,
      { kind: 'answered', text, suggestion: none, requestId },
      { phase: 'none', text, suggestion: none, requestId },
    ],
    ...[
      twoOptions(),
      abstention('too_close'),
      hiddenSuggestion(),
      { ...hiddenSuggestion(), source: 'default' as const },
    ].map((open): [string, SuggestionState, SuggestionEvent, SuggestionState] => [
      'leaves the choice to the person',
      reading,
      { kind: 'answered', text, suggestion: open, requestId },
      { phase: 'open', text, suggestion: open },
    ]),
    ['could not be asked', reading, { kind: 'failed', text, requestId }, failed],
    [
      'drops an answer for another text',
      readingAgain,
      { kind: 'answered', text, suggestion: given, requestId },
      readingAgain,
    ],
    ['drops a failure for another text', readingAgain, { kind: 'failed', text, requestId }, readingAgain],
    ['drops an answer nobody waits for', suggested, { kind: 'answered', text, suggestion: none, requestId }, suggested],
    ['drops an answer after all was discarded', IDLE, { kind: 'answered', text, suggestion: given, requestId }, IDLE],
    ['stops reading when the person writes on', reading, { kind: 'changed' }, IDLE],
    ['keeps what it said before then', readingAgain, { kind: 'changed' }, suggested],
    ['keeps its suggestion while the person writes on', suggested, { kind: 'changed' }, suggested],
    ['forgets with the ticket', suggested, { kind: 'forgotten' }, IDLE],
  ])('%s', (_, state, event, expected) => expect(next(state, event)).toEqual(expected));
});

describe('the suggestion a ticket was written with', () => {
  it.each<[string, SuggestionState, string | undefined]>([
    ['none yet', IDLE, undefined],
    ['none while reading', reading, undefined],
    ['none after a failure', failed, undefined],
    ['the one for its text', suggested, given.suggestion_id],
    ['also when there was none this time', { phase: 'none', text, suggestion: none, requestId }, none.suggestion_id],
    ['not the one for another text', { ...suggested, text: other }, undefined],
    ['the earlier one while it is read once more', { phase: 'reading', text, before: suggested }, given.suggestion_id],
  ])('%s', (_, state, id) => expect(suggestionIdFor(state, text)).toBe(id));

  it('answers for one text', () => {
    expect(answers(suggested, text)).toBe(true);
    expect(answers(suggested, other)).toBe(false);
    expect(answers(failed, text)).toBe(false);
  });
});
