import { UNDECIDED, choose, origin, propose, standing, takeBack } from './decision';
import type { Decision } from './decision';
import { type Proposal, UNAIDED, standIn } from './proposal';

const billing: Proposal<string> = {
  value: 'billing',
  options: ['billing'],
  confidence: 0.58,
  record: null,
  firstGuess: false,
  reasons: ['unpaid'],
  optionReasons: new Map(),
  from: 'desk',
};
const account: Proposal<string> = { ...billing, value: 'account', options: ['account'], confidence: null };
const oneOfTwo: Proposal<string> = { ...billing, value: '', options: ['billing', 'account'] };
const general: Proposal<string> = standIn('general');
const unaided: Proposal<string> = UNAIDED;

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
    ['one of two, which the person has to choose', propose(undecided, oneOfTwo), '', 'needed', 'asked'],
    ['one of two, though one was suggested before', propose(suggested, oneOfTwo), '', 'needed', 'asked'],
    ['a person who chose one of the two', choose(propose(undecided, oneOfTwo), 'account'), 'account', 'you', 'agreed'],
    ['a person who chose a third', choose(propose(undecided, oneOfTwo), 'technical'), 'technical', 'you', 'overridden'],
    ['one of two again after Undo', takeBack(choose(propose(undecided, oneOfTwo), 'account')), '', 'needed', 'asked'],
    ['nobody, and the person has to choose unaided', propose(suggested, unaided), '', 'needed', null],
    ['a person, unaided', choose(propose(undecided, unaided), 'account'), 'account', 'you', null],
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
