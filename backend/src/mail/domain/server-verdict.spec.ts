import { readAuthenticationResults } from '../../mail-accounts/arrival/authentication-results.ts';
import { serverVerdict } from './server-verdict.ts';

describe('what a server found of a mail of example.org', () => {
  it.each<readonly [string, 'pass' | 'fail' | null]>([
    ['dmarc=pass (p=reject dis=none) header.from=example.org', 'pass'],
    ['dmarc=PASS header.from=Example.ORG', 'pass'],
    ['dmarc=pass header.from=anna@example.org', 'pass'],
    ['dmarc=fail action=quarantine header.from=example.org; dkim=pass header.d=example.org', 'fail'],
    ['dmarc=pass header.from=example.org; dmarc=fail header.from=example.org', 'fail'],
    ['dmarc=none header.from=example.org; dmarc=pass header.from=example.org', null],
    ['dmarc=pass header.from=example.org; dmarc=pass header.from=example.org', 'pass'],
    ['dmarc=pass header.from=evil.example', null],
    ['dmarc=pass header.from=example.org.evil.example', null],
    ['dmarc=pass header.from=example.org/.evil.example', null],
    ['dmarc=pass header.from=sub.example.org', null],
    ['dmarc=pass header.from=evil.example; dkim=pass header.d=example.org', null],
    ['dmarc=pass', null],
    ['dmarc=pass reason="header.from=example.org"', null],
    ['dmarc=pass (header.from=example.org)', null],
    ['dmarc=bestguesspass header.from=example.org', null],
    ['dmarc=temperror header.from=example.org; dkim=pass header.d=example.org', null],
    ['dmarc=none header.from=example.org', null],
    ['dmarc=none header.from=example.org; dkim=pass header.i=@example.org', 'pass'],
    ['dkim=fail header.d=example.org; dkim=pass header.d=EXAMPLE.org header.i=@evil.example', 'pass'],
    ['dkim=pass header.d=evil.example header.i=@example.org', null],
    ['dkim=pass header.d=example.org/.evil.example', null],
    ['dkim=pass header.d=example.org?.evil.example', null],
    ['spf=pass smtp.mailfrom=example.org', null],
    ['x-dmarc=pass header.from=example.org', null],
    ['none', null],
  ])('%s', (said, verdict) => {
    const results = readAuthenticationResults(`mx.example.net; ${said}`);
    expect(results && serverVerdict(results, 'example.org')).toBe(verdict);
  });

  it('is asked of domains in their own letters, too', () => {
    const results = readAuthenticationResults('mx; dmarc=pass header.from=xn--bcher-kva.example');
    expect(results && serverVerdict(results, 'bücher.example')).toBe('pass');
    expect(results && serverVerdict(results, '')).toBeNull();
  });
});
