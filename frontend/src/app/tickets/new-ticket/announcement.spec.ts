import { announcement } from './announcement';
import { suggestion } from './testing/suggestion';
import { IDLE } from './suggestion-state';
import type { Settled } from './suggestion-state';

const text = { description: 'Since 07:30' };
const suggested: Settled = {
  phase: 'suggested',
  text,
  suggestion: suggestion({ confidence: { category: 0.58, priority: null } }),
};
const none: Settled = { phase: 'none', text, suggestion: suggestion({ notice: 'The model was unavailable.' }) };

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
    ['the notice', none, false, 'No suggestion this time. The model was unavailable.'],
    ['a failure', { phase: 'failed', text }, false, 'No suggestion this time. The desk could not be asked.'],
  ])('%s', (_, state, category, words) => {
    expect(announcement(state, () => 'Billing', { category, priority: false })).toBe(words);
  });
});
