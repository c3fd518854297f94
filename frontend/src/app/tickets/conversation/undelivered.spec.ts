import type { MessageRecipient } from '../../api/conversation-model';
import { aMessage } from '../testing/messages';
import { lostAnswers, unreached } from './undelivered';

const at = (address: string, state: MessageRecipient['state'], detail: string | null = null): MessageRecipient => ({
  ...{ role: 'to', name: '', address, state, detail },
});
const answer = (number: number, text: string, ...recipients: MessageRecipient[]) =>
  aMessage(number, { text, recipients });
const addresses = (all: readonly MessageRecipient[]) => all.map(({ address }) => address);

describe('whom an answer did not reach', () => {
  const first = answer(
    2,
    'Hello.',
    at('ruth@x.example', 'sent'),
    at('a@x.example', 'failed'),
    at('B@x.example', 'bounced'),
  );

  it('are those where it failed or came back', () => {
    expect(addresses(unreached(first, [first]))).toEqual(['a@x.example', 'B@x.example']);
  });

  it.each<[string, MessageRecipient, string[]]>([
    ['has the same words since', at('b@x.example', 'sent'), ['a@x.example']],
    ['is to get them', at('b@x.example', null), ['a@x.example']],
    ['did not get them again', at('b@x.example', 'failed'), ['a@x.example', 'B@x.example']],
  ])('are told apart from who %s', (_, again, left) => {
    expect(addresses(unreached(first, [first, answer(5, 'Hello.', again)]))).toEqual(left);
  });

  it('are not reached by other words, nor by what was taken back', () => {
    const other = answer(5, 'Something else.', at('a@x.example', 'sent'));
    const back = { ...answer(6, 'Hello.', at('b@x.example', null)), taken_back_at: '2026-04-20T10:00:00.000Z' };
    expect(unreached(first, [first, other, back])).toHaveLength(2);
  });
});

describe('where the last answer did not arrive', () => {
  const lost = (...all: ReturnType<typeof aMessage>[]) =>
    [...lostAnswers(all)].map(([key, { detail }]) => [key, detail]);

  it('is known by address, in the words of its server', () => {
    const first = answer(
      2,
      'One.',
      at('A@x.example', 'bounced', 'mailbox full'),
      at('b@x.example', 'failed', 'no such user'),
    );
    expect(lost(first)).toEqual([
      ['a@x.example', 'mailbox full'],
      ['b@x.example', 'no such user'],
    ]);
    expect(lost(first, answer(3, 'Two.', at('b@x.example', 'sent')))).toEqual([['a@x.example', 'mailbox full']]);
    expect(lost(first, answer(3, 'Two.', at('b@x.example', null)))).toHaveLength(2);
  });
});
