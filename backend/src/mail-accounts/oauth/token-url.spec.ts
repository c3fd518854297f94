import { isTokenUrl } from './token-url.ts';

describe('an address that tokens are asked for at', () => {
  it.each([
    ['https://login.example.com/token', true],
    ['https://login.example.com:8443/common/oauth2/v2.0/token?tenant=a', true],
    ['http://127.0.0.1:9/token', true],
    ['http://[::1]:9/token', true],
    ['http://login.example.com/token', false],
    ['https://user:word@login.example.com/token', false],
    ['https://login.example.com/token#part', false],
    [`https://login.example.com/${'x'.repeat(500)}`, false],
    ['ftp://login.example.com/token', false],
    ['login.example.com', false],
  ])('%s: %s', (text, expected) => {
    expect(isTokenUrl(text)).toBe(expected);
  });

  it.each(['HTTPS://login.example.com/token', 'https:login.example.com/token', 'https:\\\\login.example.com/token'])(
    'is written as the database keeps it: not %s',
    (text) => {
      expect(isTokenUrl(text)).toBe(false);
    },
  );

  it.each(['\0', '\n', ' ', '\ud800'])('holds nothing that cannot be kept or seen: not %j', (character) => {
    expect(isTokenUrl(`https://login.example.com/${character}token`)).toBe(false);
  });
});
