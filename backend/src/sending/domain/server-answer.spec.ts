import type { KeptRecipient } from './outgoing-mail.ts';
import { type Refusal, afterAnswer, isLastTry, stateOf, wordsOf } from './server-answer.ts';

const at = (address: string, state: KeptRecipient['state'] = null, detail: string | null = null): KeptRecipient => ({
  ...{ role: 'to', name: '', address, state, detail },
});
const later: Refusal = { words: '450 Later', isPermanent: false };
const never: Refusal = { words: '550 Never', isPermanent: true };
const none = new Map<string, Refusal>();

describe('what became of a mail', () => {
  it.each([
    ['all have it', [at('a'), at('b')], null, none, 'sent', null],
    ['nobody yet', [at('a')], later, none, 'queued', '450 Later'],
    ['nobody ever', [at('a')], never, none, 'failed', '550 Never'],
    ['one has it, one never will', [at('a'), at('b')], null, new Map([['b', never]]), 'sent', '550 Never'],
    ['one has it, one waits', [at('a'), at('b')], null, new Map([['b', later]]), 'queued', '450 Later'],
    ['who had it before keeps it', [at('a', 'sent'), at('b')], never, none, 'sent', '550 Never'],
    ['who cannot get it stays so', [at('a', 'failed', '550 Never'), at('b')], null, none, 'sent', '550 Never'],
  ] as const)('is that %s', (_, recipients, refusal, refused, state, words) => {
    const after = afterAnswer(recipients, { refusal, refused }, false);
    expect([stateOf(after), wordsOf(after)]).toEqual([state, words]);
  });

  it('is settled by the last try', () => {
    expect(afterAnswer([at('a')], { refusal: later, refused: none }, true)).toEqual([at('a', 'failed', '450 Later')]);
  });

  it.each([
    ['reply', 47, false],
    ['reply', 48, true],
    ['sign_in', 0.2, false],
    ['sign_in', 0.25, true],
    ['test', 0, true],
  ] as const)('of the kind %s is settled after %s hours: %s', (kind, hours, isLast) => {
    expect(isLastTry(kind, hours * 3_600_000)).toBe(isLast);
  });
});
