import { isCrossOrigin } from './cross-origin.ts';

const target = 'https://desk.example';

describe('a request of a browser', () => {
  it.each([
    ['same-origin', undefined, false],
    ['none', undefined, false],
    ['same-origin', 'https://evil.example', false],
    ['same-site', target, true],
    ['cross-site', target, true],
    ['something-new', target, true],
    ['', target, true],
    [undefined, target, false],
    [undefined, 'https://desk.example:443', false],
    [undefined, 'HTTPS://DESK.EXAMPLE', false],
    [undefined, 'http://desk.example', true],
    [undefined, 'https://desk.example:8443', true],
    [undefined, 'https://desk.example.evil.example', true],
    [undefined, 'https://evil.example', true],
    [undefined, 'null', true],
    [undefined, '', true],
    [undefined, undefined, false],
  ])('with Sec-Fetch-Site %s and Origin %s comes from elsewhere: %s', (secFetchSite, origin, expected) => {
    expect(isCrossOrigin({ secFetchSite, origin, target })).toBe(expected);
  });

  it('to a host that cannot be read comes from elsewhere', () => {
    expect(isCrossOrigin({ secFetchSite: undefined, origin: target, target: 'https://' })).toBe(true);
  });
});
