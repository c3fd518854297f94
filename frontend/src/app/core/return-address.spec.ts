import { choosePasswordAddress, returnAddress, signInAddress } from './return-address';

describe('the address to return to', () => {
  it.each(['/', '/tickets', '/tickets/42?status=open&search=a%2Fb#top', '/admin/users?search=//x', '/sign-in-help'])(
    'is %s',
    (address) => {
      expect(returnAddress(address)).toBe(address);
    },
  );

  it.each([
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'evil.example',
    '',
    null,
    undefined,
    ['/tickets'],
  ])('is the start instead of %j', (address) => {
    expect(returnAddress(address)).toBe('/');
  });

  it.each(['/sign-in', '/sign-in?return=/sign-in', '/choose-password', '/choose-password/x'])(
    'is never %s, which would lead in a circle',
    (address) => {
      expect(returnAddress(address)).toBe('/');
    },
  );

  it('travels whole in the address of the sign-in page', () => {
    const url = '/tickets/7?status=open&search=a&b';
    const { pathname, searchParams } = new URL(signInAddress(url), 'http://desk');

    expect(pathname).toBe('/sign-in');
    expect(returnAddress(searchParams.get('return'))).toBe(url);
    expect(choosePasswordAddress('/')).toBe('/choose-password');
  });
});
