import { namesAddress, withoutAddresses } from './named-address.ts';

const ADDRESSES = ['ann.e@example.org', 'äpfel@example.org'];

describe.each([
  ['From: Ann <Ann.E@Example.org>', 'From: Ann <erased@erased.invalid>'],
  ['To: ann.e@example.org, b@example.net', 'To: erased@erased.invalid, b@example.net'],
  ['Write to ann.e@example.org.', 'Write to erased@erased.invalid.'],
  ['„ann.e@example.org“', '„erased@erased.invalid“'],
  ['=E2=80=9Eann.e@example.org', '=E2=80=9Eerased@erased.invalid'],
  ['mailto:%22ann.e@example.org', 'mailto:%22erased@erased.invalid'],
  ['an äpfel@example.org', 'an erased@erased.invalid'],
])('a mail with %s', (mail, left) => {
  it('names them, and is left without the address', () => {
    const raw = Buffer.from(mail);
    expect([namesAddress(raw, ADDRESSES), withoutAddresses(raw, ADDRESSES).toString()]).toEqual([true, left]);
  });
});

it.each(['joann.e@example.org', 'ann.e@example.org.au', 'ann.e@example.org-shop.net', 'annxe@example.org', ''])(
  'a mail with %s alone names somebody else, and stays to the byte',
  (mail) => {
    const raw = Buffer.concat([Buffer.from(mail), Buffer.from([0, 255, 92])]);
    expect([namesAddress(raw, ADDRESSES), withoutAddresses(raw, ADDRESSES).equals(raw)]).toEqual([false, true]);
  },
);

it('bytes that are no text come through as they are', () => {
  const raw = Buffer.concat([Buffer.from([0, 200, 92, 13]), Buffer.from('<ann.e@example.org>'), Buffer.from([255, 0])]);
  const left = Buffer.concat([
    Buffer.from([0, 200, 92, 13]),
    Buffer.from('<erased@erased.invalid>'),
    Buffer.from([255, 0]),
  ]);
  expect(withoutAddresses(raw, ADDRESSES).equals(left)).toBe(true);
});

it('whoever has no address is named nowhere', () => {
  expect([namesAddress(Buffer.from('x'), []), withoutAddresses(Buffer.from('x'), []).toString()]).toEqual([false, 'x']);
});
