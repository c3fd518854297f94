import { isProxyList } from './trusted-proxies.ts';

describe('a list of trusted proxies', () => {
  it.each(['none', 'loopback', 'uniquelocal, loopback', '172.16.0.0/12', '10.0.0.1', '::1', 'fd00::/8,loopback'])(
    'may be %s',
    (list) => expect(isProxyList(list)).toBe(true),
  );

  it.each([
    '',
    'proxy.example',
    '10.0.0.1/33',
    '10.0.0.1/8/8',
    '10.0.0',
    'true',
    '*',
    'loopback,,',
    'none,loopback',
    17,
    '::1/129',
  ])('is not %j', (list) => expect(isProxyList(list)).toBe(false));
});
