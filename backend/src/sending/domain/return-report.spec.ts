import type { KeptRecipient, RecipientState } from './outgoing-mail.ts';
import { type RecipientReport, afterReport } from './return-report.ts';

const HARD: RecipientReport = { address: 'Ada@Example.com', delivery: 'hard', status: '5.1.1', words: 'No such user' };

describe('a mail of which a server reports', () => {
  it.each<[string, RecipientState | null, Partial<RecipientReport>, RecipientState | null, string | null]>([
    ['has bounced for good', 'sent', {}, 'bounced', '5.1.1 No such user'],
    ['has bounced for now', 'sent', { delivery: 'soft', status: null }, 'soft_bounced', 'No such user'],
    [
      'is delayed',
      'sent',
      { delivery: 'delayed', words: '4.4.1 Silence', status: '4.4.1' },
      'delayed',
      '4.4.1 Silence',
    ],
    ['has bounced after a delay', 'delayed', {}, 'bounced', '5.1.1 No such user'],
    ['has arrived after a delay', 'delayed', { delivery: 'delivered' }, 'sent', null],
    ['has arrived after it came back for now', 'soft_bounced', { delivery: 'delivered' }, 'sent', null],
    ['stays what came back for good', 'bounced', { delivery: 'delivered' }, 'bounced', null],
    ['does not wait again that came back', 'soft_bounced', { delivery: 'delayed' }, 'soft_bounced', null],
    ['stays refused', 'failed', {}, 'failed', null],
    ['stays unsent', null, {}, null, null],
    ['stays as it is where somebody else is named', 'sent', { address: 'eve@example.com' }, 'sent', null],
  ])('%s', (_, before, report, state, detail) => {
    const ada: KeptRecipient = { role: 'to', name: '', address: 'ada@example.com', state: before, detail: null };
    expect(afterReport([ada], [{ ...HARD, ...report }])).toEqual([{ ...ada, state, detail }]);
  });
});
