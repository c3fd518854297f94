import { replyAddress, ticketOfReply } from './reply-address.ts';

const KEY = 'a key that nobody knows';

describe('the address of answers to a ticket', () => {
  it('is read back, also where a server has changed its letters', () => {
    const address = replyAddress('support@desk.example', 123, KEY);
    expect(address).toMatch(/^support\+t123-[0-9a-f]{20}@desk\.example$/);
    expect(ticketOfReply([address], KEY)).toBe(123);
    expect(ticketOfReply(['other@desk.example', address.toUpperCase()], KEY)).toBe(123);
  });

  it.each([
    ['another ticket', (address: string) => address.replace('t123', 't124')],
    ['another token', (address: string) => address.replace(/-./, (start) => (start === '-0' ? '-1' : '-0'))],
    ['no token', () => 'support+t123@desk.example'],
    ['a shorter token', (address: string) => address.replace(/.@/, '@')],
  ])('is worth nothing with %s', (_, changed) => {
    expect(ticketOfReply([changed(replyAddress('support@desk.example', 123, KEY))], KEY)).toBeNull();
  });

  it('is worth nothing under another key', () => {
    expect(ticketOfReply([replyAddress('support@desk.example', 123, 'another')], KEY)).toBeNull();
  });

  it('cannot be made of what is no address', () => {
    expect(() => replyAddress('support', 1, KEY)).toThrow(RangeError);
  });
});
