import { announcement } from './announcement';
import { abstention, hiddenSuggestion, suggestion, twoOptions } from './testing/suggestion';
import { IDLE } from './suggestion-state';
import type { Settled } from './suggestion-state';

const LABELS: Readonly<Record<string, string>> = { billing: 'Billing', technical: 'Technical' };
const text = { description: 'Since 07:30' };
const suggested: Settled = {
  phase: 'suggested',
  text,
  suggestion: suggestion({
    confidence: { category: 0.58, priority: null },
    record: { category: null, priority: null },
  }),
};
const none: Settled = {
  ...{ phase: 'none', text, suggestion: suggestion({ notice: 'The model was unavailable.' }) },
  requestId: '7f3c-19ab',
};

describe('what is read aloud when the desk has answered', () => {
  it.each<[string, Settled, boolean, string]>([
    ['nothing before', IDLE, false, ''],
    ['the proposals', suggested, false, 'The desk suggests category Billing, unsure, 58 percent, and priority High.'],
    [
      'that a choice stays',
      suggested,
      true,
      'The desk suggests category Billing, unsure, 58 percent, your choice stays, and priority High.',
    ],
    [
      'the record behind it',
      { phase: 'suggested', text, suggestion: suggestion() },
      false,
      'The desk suggests category Billing, unsure, 58 percent, right 170 of 212 times, and priority High, sure, 91 percent.',
    ],
    [
      'that nothing has been measured yet',
      { phase: 'suggested', text, suggestion: suggestion({ measured: false }) },
      false,
      'The desk suggests category Billing, a first guess, and priority High, a first guess.',
    ],
    [
      'a category alone',
      { phase: 'suggested', text, suggestion: suggestion({ options: { category: ['billing'], priority: [] } }) },
      false,
      'The desk suggests category Billing, unsure, 58 percent, right 170 of 212 times.',
    ],
    [
      'that one of two is right',
      { phase: 'open', text, suggestion: twoOptions() },
      false,
      'Billing or Technical: please choose.',
    ],
    [
      'why there is none',
      { phase: 'open', text, suggestion: abstention('unknown_words') },
      false,
      'No suggestion: few of these words have been seen here.',
    ],
    [
      'that the desk keeps it to itself',
      { phase: 'open', text, suggestion: hiddenSuggestion() },
      false,
      'This one is yours to choose. For a few tickets the desk keeps its suggestion to itself, to learn how good it is.',
    ],
    ['the notice', none, false, 'No suggestion this time. The model was unavailable.'],
    [
      'a failure',
      { phase: 'failed', text, requestId: null },
      false,
      'No suggestion this time. The desk could not be asked.',
    ],
  ])('%s', (_, state, category, words) => {
    expect(announcement(state, (key) => LABELS[key] ?? key, { category, priority: false })).toBe(words);
  });
});
