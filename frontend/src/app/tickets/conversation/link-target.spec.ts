import { linkTarget } from './link-target';

describe('where a link leads', () => {
  it.each([
    ['https://example.com/a', 'https://example.com/b'],
    ['example.com', 'https://www.example.com/'],
    ['www.example.com', 'https://example.com/'],
    ['EXAMPLE.com.', 'https://example.com/'],
    ['example.com', 'https://shop.example.com/'],
    ['bücher.example', 'https://xn--bcher-kva.example/'],
    ['ada@example.com', 'mailto:ada@example.com'],
  ])('is said by "%s" of %s', (text, href) => {
    expect(linkTarget(text, href)).toMatchObject({ isSaid: true, isElsewhere: false });
  });

  it.each([
    ['paypal.com', 'https://evil.example/paypal.com', 'evil.example'],
    ['https://www.paypal.com/login', 'https://paypal.com.evil.example/', 'paypal.com.evil.example'],
    ['paypal.com', 'https://paypal.com@evil.example/', 'evil.example'],
    ['https://paypal.com@evil.example', 'https://paypal.com@evil.example/', 'evil.example'],
    ['pay\u200bpal.com', 'https://evil.example/', 'evil.example'],
    ['paypal.com', 'https://раypal.com/', 'xn--ypal-43d9g.com'],
    ['notpaypal.com', 'https://paypal.com/', 'paypal.com'],
    ['shop.example.com', 'https://example.com/', 'example.com'],
    ['Sign in at paypal.com now', 'http://10.0.0.1:8080/', '10.0.0.1:8080'],
    ['help@paypal.com', 'mailto:eve@evil.example', 'eve@evil.example'],
  ])('is elsewhere than "%s" says: %s', (text, href, host) => {
    expect(linkTarget(text, href)).toEqual({ host, isSaid: false, isElsewhere: true });
  });

  it.each(['Reset it', 'report.pdf', 'v1.2', 'e.g. here', ''])('is not said by "%s"', (text) => {
    expect(linkTarget(text, 'https://evil.example/')).toEqual({
      ...{ host: 'evil.example', isSaid: false, isElsewhere: false },
    });
  });

  it.each(['tel:+491234', 'mailto:', 'https://', 'nowhere'])('is not told of %s', (href) => {
    expect(linkTarget('x', href)).toBeNull();
  });
});
