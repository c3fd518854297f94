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
  ])('name who gets it', (recipients, words) => {
    expect(recipientWords(recipients)).toBe(words);
  });

  it.each([
    ['incoming', 'mail', 'by e-mail'],
    ['incoming', 'portal', 'on the portal'],
    ['reply', 'mail', ''],
    ['incoming', 'something new', ''],
  ] as const)('tell by what a %s came that came by %s', (kind, via, words) => {
    expect(wayWords({ kind, via })).toBe(words);
  });

  it.each([
    ['> one', 'Quoted text, 1 line'],
    ['\n> one\r\n> two\r\n> three\n', 'Quoted text, 3 lines'],
  ])('count the lines of a quote', (folded, words) => {
    expect(quoteWords(folded)).toBe(words);
  });

  it('tell what became of it', () => {
    const told = (state: 'sent' | 'held' | 'not_sent' | 'bounced', detail: string | null = null) =>
      deliveryWords({ state, leaves_at: null, detail }, [ruth, { ...finance, state: 'bounced' }]);
    expect(told('sent')).toBeNull();
    expect(told('held')).toBeNull();
    expect(deliveryWords(null, [])).toBeNull();
    expect(told('not_sent', 'no sender')).toEqual({ tone: 'quiet', strong: 'Not sent', rest: ': no sender' });
    expect(told('bounced', 'mailbox full')).toEqual({
      ...{ tone: 'error', strong: 'Not delivered', rest: ' to finance@brandt.example: mailbox full' },
    });
  });
});
