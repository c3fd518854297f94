import { readAuthenticationResults } from './authentication-results.ts';

function read(value: string) {
  const results = readAuthenticationResults(value);
  return (
    results && [
      results.id,
      ...results.methods.map(({ method, result, properties }) => [method, result, Object.fromEntries(properties)]),
    ]
  );
}

describe('the results of a server', () => {
  it.each<readonly [string, string, unknown]>([
    ['that found nothing', 'mx.example.net; none', ['mx.example.net']],
    ['without any', 'mx.example.net;', ['mx.example.net']],
    [
      'with a version, and versions of methods',
      'MX.Example.net 1; DMARC/1 = Pass header.from=example.org',
      ['mx.example.net', ['dmarc', 'pass', { 'header.from': 'example.org' }]],
    ],
    [
      'with comments in any place, in one another, and with a semicolon',
      '(by (us\\)) ) mx.example.net (x) 1 (y); spf=fail (not; dmarc=pass (no)) smtp.mailfrom=example.org',
      ['mx.example.net', ['spf', 'fail', { 'smtp.mailfrom': 'example.org' }]],
    ],
    [
      'with quoted words that look like others',
      '"mx.example.net"; spf=pass reason="a; dmarc=pass (\\"" smtp.mailfrom="a b=c"@example.org "dmarc=pass"; dkim=pass',
      [
        'mx.example.net',
        ['spf', 'pass', { reason: 'a; dmarc=pass ("', 'smtp.mailfrom': 'a b=c@example.org' }],
        ['dkim', 'pass', {}],
      ],
    ],
    [
      'of ARC, behind its instance',
      'i=2; mx.microsoft.com 1; dmarc=pass action=none header.from=example.org;dkim=none',
      ['mx.microsoft.com', ['dmarc', 'pass', { action: 'none', 'header.from': 'example.org' }], ['dkim', 'none', {}]],
    ],
    [
      'of which one is said twice',
      'mx; spf=pass smtp.mailfrom=prvs=12=a@example.org smtp.mailfrom=other.example',
      ['mx', ['spf', 'pass', { 'smtp.mailfrom': 'prvs=12=a@example.org' }]],
    ],
  ])('are read: %s', (_, value, read_) => {
    expect(read(value)).toEqual(read_);
  });

  it.each([
    ['without the name of a server', 'spf=pass smtp.mailfrom=example.org; dmarc=pass header.from=example.org'],
    ['of another version', 'mx.example.net 2; dmarc=pass header.from=example.org'],
    ['with more before the first semicolon', 'mx.example.net 1 dmarc=pass; dkim=pass'],
    ['with a comment that does not end', 'mx.example.net; dmarc=pass (header.from=example.org'],
    ['with a quoted word that does not end', 'mx.example.net; dmarc=pass "header.from=example.org'],
    ['that are empty', ''],
    ['that are longer than any server writes', `mx.example.net; dmarc=pass${' '.repeat(70_000)}`],
  ])('are none: %s', (_, value) => {
    expect(read(value)).toBeNull();
  });

  it('are read in a moment, whatever is in them', () => {
    const begun = performance.now();
    expect(readAuthenticationResults(`mx; ${'dkim=pass header.d=a.example; '.repeat(1_000)}`)?.methods).toHaveLength(
      1_000,
    );
    for (const piece of ['a', '(', '"', '"\\', '=', ' ', 'a=', '"a"', '\\', ';']) {
      readAuthenticationResults(`mx; ${piece.repeat(60_000 / piece.length)}`);
    }
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
