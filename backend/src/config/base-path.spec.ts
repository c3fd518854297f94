import { basePathOf, hasUsablePath, withoutBasePath } from './base-path.ts';

describe('the base path', () => {
  it.each([
    ['http://localhost:3000', ''],
    ['http://localhost:3000/', ''],
    ['https://example.org/desk', '/desk'],
    ['https://example.org/desk/', '/desk'],
    ['https://example.org/tools/the_desk-1//', '/tools/the_desk-1'],
  ])('of %s is "%s"', (webUrl, basePath) => {
    expect(basePathOf(webUrl)).toBe(basePath);
    expect(hasUsablePath(webUrl)).toBe(true);
  });

  it.each([
    'https://example.org/api',
    'https://example.org/api/desk',
    'https://example.org/a b',
    'https://example.org/büro',
    'https://example.org/a;Domain=x',
    'https://example.org/a//b',
    'https://example.org/desk?x=1',
    'https://example.org/desk#tickets',
  ])('cannot come from %s', (webUrl) => {
    expect(hasUsablePath(webUrl)).toBe(false);
  });

  it.each([
    ['/desk/api/tickets?limit=1', '/api/tickets?limit=1'],
    ['/desk', '/'],
    ['/desk?x', '/?x'],
    ['/desk/', '/'],
    ['/desktop/api', '/desktop/api'],
    ['/api/tickets', '/api/tickets'],
    ['/DESK/api', '/DESK/api'],
    ['/desk//api', '//api'],
  ])('is taken from %s, which leaves %s', (url, rest) => {
    expect(withoutBasePath(url, '/desk')).toBe(rest);
    expect(withoutBasePath(url, '')).toBe(url);
  });
});
