import type { MessageRecipient } from '../../api/conversation-model';
import { deliveryWords, quoteWords, recipientWords, wayWords } from './message-words';

const to = (address: string, values: Partial<MessageRecipient> = {}): MessageRecipient => ({
  ...{ role: 'to', name: '', address, state: null, detail: null },
  ...values,
});
const ruth = to('ruth@brandt.example', { name: 'Ruth Adler' });
const finance = to('finance@brandt.example', { role: 'cc' });

describe('the words of a message', () => {
  it.each([
    [[], ''],
    [[ruth], 'to Ruth Adler'],
    [[ruth, finance], 'to Ruth Adler, Cc finance@brandt.example'],
    [[to('erased@erased.invalid'), finance], 'to an erased person, Cc finance@brandt.example'],
  ])('name who gets it', (recipients, words) => {
    expect(recipientWords(recipients)).toBe(words);
  });

  it.each([
    ['incoming', 'contact', 'system', 'by e-mail'],
    ['description', 'contact', 'system', 'by e-mail'],
    ['incoming', 'contact', 'portal', 'on the portal'],
    ['incoming', 'contact', 'token', ''],
    ['description', 'desk', 'system', ''],
    ['reply', 'user', 'web', ''],
  ] as const)('tell by what a %s of a %s came that came by %s', (kind, type, via, words) => {
    expect(wayWords({ kind, author: { type, id: null, name: '' }, via })).toBe(words);
  });

  it.each([
    ['> one', 'Quoted text, 1 line'],
    ['\n> one\r\n> two\r\n> three\n', 'Quoted text, 3 lines'],
  ])('count the lines of a quote', (folded, words) => {
    expect(quoteWords(folded)).toBe(words);
  });

  it.each([
    ['held', null, []],
    ['sent', null, []],
    ['not_sent', 'no sender', [{ tone: 'quiet', icon: 'cloud_off', strong: 'Not sent', rest: ': no sender' }]],
    ['queued', null, [{ tone: 'quiet', icon: 'schedule_send', strong: 'Being sent', rest: '' }]],
    [
      ...(['queued', '451 Come back later'] as const),
      [{ tone: 'quiet', icon: 'schedule_send', strong: 'Not sent yet, is tried again', rest: ': 451 Come back later' }],
    ],
  ] as const)('tell what became of it: %s, %s', (state, detail, words) => {
    expect(deliveryWords({ state, leaves_at: null, detail }, [ruth])).toEqual(words);
  });

  it.each([
    ['sent', 'failed'],
    ['failed', 'failed'],
    ['bounced', 'bounced'],
  ] as const)('tell whom it did not reach: %s, %s', (state, at) => {
    const recipients = [
      { ...ruth, state: 'sent' as const },
      { ...finance, state: at },
    ];
    expect(deliveryWords({ state, leaves_at: null, detail: 'mailbox full' }, recipients)).toEqual([
      { tone: 'error', icon: 'error', strong: 'Not delivered', rest: ' to finance@brandt.example: mailbox full' },
    ]);
  });

  it('tell of each server what it said itself, and once what was said of several', () => {
    const refused = (address: string, detail: string | null) => to(address, { state: 'failed', detail });
    const recipients = [
      refused('a@x.example', 'full'),
      refused('b@y.example', 'unknown'),
      refused('c@x.example', 'full'),
    ];
    const rests = (all: readonly MessageRecipient[]) =>
      deliveryWords({ state: 'failed', leaves_at: null, detail: 'full' }, all).map(({ rest }) => rest);
    expect(rests(recipients)).toEqual([' to a@x.example, c@x.example: full', ' to b@y.example: unknown']);
    expect(rests([refused('a@x.example', 'full'), refused('b@y.example', null)])).toEqual([
      ' to a@x.example: full',
      ' to b@y.example',
    ]);
  });

  it('tell of whom it did not reach also while others wait', () => {
    const words = deliveryWords({ state: 'queued', leaves_at: null, detail: 'unknown' }, [
      to('a@x.example', { detail: 'later' }),
      to('b@y.example', { state: 'failed', detail: 'unknown' }),
    ]);
    expect(words.map(({ strong, rest }) => strong + rest)).toEqual([
      'Not sent yet, is tried again: later',
      'Not delivered to b@y.example: unknown',
    ]);
  });

  it('tell that it may still come, or has come back for now', () => {
    const words = (at: 'delayed' | 'soft_bounced') =>
      deliveryWords({ state: 'sent', leaves_at: null, detail: 'full' }, [
        { ...ruth, state: 'sent' },
        { ...finance, state: at },
      ]);
    expect(words('delayed')).toMatchObject([{ tone: 'quiet', rest: ': full' }]);
    expect(words('soft_bounced')).toMatchObject([
      { tone: 'error', strong: 'Not delivered for now', rest: ' to finance@brandt.example: full' },
    ]);
  });

  it('say nothing of what is no answer', () => {
    expect(deliveryWords(null, [])).toEqual([]);
  });
});
