import { addressesIn, readAuthservId, readNetwork } from './trusted-servers.ts';

describe('servers that are believed', () => {
  it.each([
    [' 203.0.113.5 ', '203.0.113.5'],
    ['10.0.0.0/08', '10.0.0.0/8'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['::1', '::1'],
    ['::ffff:203.0.113.0/120', '::ffff:203.0.113.0/120'],
    ['::ffff:10.0.0.0/104', '::ffff:10.0.0.0/104'],
    ['64:ff9b::/96', '64:ff9b::/96'],
  ])('are named by %j', (text, network) => expect(readNetwork(text)).toBe(network));

  it.each([
    '',
    '0.0.0.0/0',
    '10.0.0.0/7',
    '::/0',
    '2000::/15',
    '::/16',
    '::1/80',
    '::ffff:0:0/96',
    '::ffff:203.0.113.5/96',
    '::ffff:10.0.0.0/103',
    '10.0.0.0/33',
    '::/129',
    '10.0.0',
    'mx.example',
    '1.2.3.4/8/8',
    '1.2.3.4/',
    'fe80::1%eth0',
  ])('are not named by %j', (text) => expect(readNetwork(text)).toBeNull());

  it.each([
    [' MX.Example.net ', 'mx.example.net'],
    ['mail', 'mail'],
    ['', null],
    ['mx.example.net; dmarc=pass', null],
    ['mx example', null],
    ['.example.net', null],
    ['a'.repeat(254), null],
  ])('sign their results by a name: %j', (text, id) => expect(readAuthservId(text)).toBe(id));

  it('are those within a network, and no others', () => {
    const isOurs = addressesIn(['203.0.113.5', '10.0.0.0/8', '2603:10a6::/32']);
    expect(['203.0.113.5', '10.9.8.7', '2603:10a6:8:1::33'].map(isOurs)).toEqual([true, true, true]);
    expect(['203.0.113.6', '11.0.0.1', '2603:10a7::1', 'x', ''].map(isOurs)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(addressesIn([])('10.0.0.1')).toBe(false);
  });
});
