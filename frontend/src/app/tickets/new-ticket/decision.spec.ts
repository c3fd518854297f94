import { UNDECIDED, choose, origin, propose, proposals, standing, takeBack } from './decision';
import type { Decision, Proposal } from './decision';
import { suggestion } from './testing/suggestion';

const billing: Proposal<string> = { value: 'billing', confidence: 0.58, reasons: ['unpaid'], from: 'desk' };
const account: Proposal<string> = { value: 'account', confidence: null, reasons: [], from: 'desk' };
const general: Proposal<string> = { value: 'general', confidence: null, reasons: [], from: 'default' };

const undecided: Decision<string> = UNDECIDED;
const suggested = propose(undecided, billing);
const overridden = choose(suggested, 'technical');

describe('who decided a field', () => {
  it.each([
    ['nobody yet', undecided, '', null, null],
    ['the desk', suggested, 'billing', 'desk', 'taken'],
    ['the desk, with its later proposal', propose(suggested, account), 'account', 'desk', 'taken'],
    ['only a default', propose(undecided, general), 'general', 'default', null],
    ['a person before any proposal', choose(undecided, 'technical'), 'technical', 'you', null],
    [
      'a person, and no later proposal overwrites it',
      propose(choose(undecided, 'technical'), billing),
      'technical',
      'you',
      'overridden',
    ],
    ['a person who overrides the desk', overridden, 'technical', 'you', 'overridden'],
    ['a person, also against a later proposal', propose(overridden, account), 'technical', 'you', 'overridden'],
    ['a person, also against a default', propose(overridden, general), 'technical', 'you', null],
    ['a person who agrees', choose(suggested, 'billing'), 'billing', 'you', 'agreed'],
    [
      'a person who agreed first, and keeps it',
      propose(choose(suggested, 'billing'), account),
      'billing',
      'you',
      'overridden',
    ],
    ['the desk again after Undo', takeBack(overridden), 'billing', 'desk', 'taken'],
    ['the desk again with its latest proposal', takeBack(propose(overridden, account)), 'account', 'desk', 'taken'],
    ['nobody after Undo without a proposal', takeBack(choose(undecided, 'technical')), '', null, null],
  ] as const)('%s', (_, decision, value, from, stands) => {
    expect(decision.value).toBe(value);
    expect(origin(decision)).toBe(from);
    expect(standing(decision)).toBe(stands);
  });

  it('keeps the latest proposal beside the value', () => {
    expect(propose(overridden, account).proposal).toBe(account);
  });
});

describe('what a suggestion proposes', () => {
  it('is a value, a confidence and reasons for each field', () => {
    expect(proposals(suggestion())).toEqual({
      category: { value: 'billing', confidence: 0.58, reasons: ['invoices', 'unpaid'], from: 'desk' },
      priority: { value: 'high', confidence: 0.91, reasons: ['every customer'], from: 'desk' },
    });
  });

  it('is a default where the model gave no answer', () => {
    expect(proposals(suggestion({ source: 'default' })).category.from).toBe('default');
  });
});
