import fc from 'fast-check';
import { comparedDomain, readAddress, readDomain } from './mail-address.ts';

describe('addresses', () => {
  it.each([
    ['Anna.Berg@Example.com', 'anna.berg@example.com'],
    [' anna@example.com ', 'anna@example.com'],
    ['ANNA@EXAMPLE.COM', 'anna@example.com'],
    ['Jos\u00c9@example.com', 'jose\u0301@example.com'],
    ['anna@m\u00fcller.example.de', 'anna@xn--mller-kva.example.de'],
    ['anna@MU\u0308LLER.example.de', 'anna@m\u00fcller.example.de'],
    [
      '\u03a3\u03af\u03c3\u03c5\u03c6\u03bf\u03c2@example.com',
      '\u03a3\u038a\u03a3\u03a5\u03a6\u039f\u03a3@example.com',
    ],
    ['\u7528\u6237@\u4f8b\u5b50.com', '\u7528\u6237@xn--fsqu00a.com'],
  ])('%s is %s', (one, other) => {
    expect(readAddress(one)?.key).toBeDefined();
    expect(readAddress(one)?.key).toBe(readAddress(other)?.key);
  });

  it.each([
    ['anna+desk@example.com', 'anna@example.com'],
    ['anna.berg@example.com', 'annaberg@example.com'],
    ['anna@example.com', 'anna@mail.example.com'],
    ['jose@example.com', 'jos\u00e9@example.com'],
    ['admin@example.com', 'adm\u0131n@example.com'],
    ['strasse@example.com', 'stra\u00dfe@example.com'],
    ['anna@stra\u00dfe.example', 'anna@strasse.example'],
    ['anna@example.com', '\u0430nna@example.com'],
  ])('%s is not %s', (one, other) => {
    expect(readAddress(one)).not.toBeNull();
    expect(readAddress(one)?.key).not.toBe(readAddress(other)?.key);
  });

  it.each([
    '',
    'anna',
    'anna@',
    '@example.com',
    'anna@example',
    'anna@example..com',
    'anna@-example.com',
    'an na@example.com',
    'anna@exam ple.com',
    'anna@@example.com',
    'anna@example.com, bob@example.com',
    'Anna <anna@example.com>',
    'anna@example.com\nbcc: bob@example.com',
    'an\u200bna@example.com',
    '\u202eanna@example.com',
    'anna@[127.0.0.1]',
    `${'a'.repeat(65)}@example.com`,
    `anna@${'a'.repeat(64)}.com`,
    `anna@${'abc.'.repeat(70)}com`,
  ])('%j is none', (text) => {
    expect(readAddress(text)).toBeNull();
  });

  it('are kept as they were written', () => {
    expect(readAddress(' Anna@M\u00fcller.example.de')?.address).toBe('Anna@M\u00fcller.example.de');
  });

  it('compare as their keys do, and any text is one or none', () => {
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' })), (text) => {
        const read = readAddress(text);
        if (read) expect(readAddress(read.key)?.key).toBe(read.key);
      }),
    );
  });

  it.each([
    ['M\u00dcLLER.de', 'xn--mller-kva.de'],
    [' example.com', 'example.com'],
    ['example', null],
    ['anna@example.com', null],
    ['http://example.com', null],
    ['10.0.0.1', null],
  ])('the domain %s reads as %s', (text, domain) => {
    expect(readDomain(text)).toBe(domain);
  });
});

describe('the domain of an address, as it compares', () => {
  it.each([
    ['anna@Example.ORG', 'example.org'],
    ['example.org', 'example.org'],
    ['anna@b\u00fccher.example', 'xn--bcher-kva.example'],
    ['_spf.example.org', '_spf.example.org'],
    ['', ''],
    ...['/', '?', '#', '\\', ':', '%2f', '%65', ' ', '\t', '\n', '\0', '"', '<', ';', '[', '^', '`', '|'].map(
      (sign) => [`example.org${sign}.evil.example`, ''],
    ),
  ])('of %j is %j', (address, domain) => expect(comparedDomain(address)).toBe(domain));
});
