import { signedAddresses, wordedReports } from './delivery-report.ts';
import { foldedQuote } from './folded-quote.ts';
import { withFoundBoundary } from './found-boundary.ts';
import { withMailLineEnds } from './line-ends.ts';
import { addressIn, shownName, withoutDots } from './mail-address.ts';
import { messageIds } from './message-ids.ts';

const MANY = 300_000;
const SEVERAL_PARTS = 'Content-Type: multipart/mixed';
/** Of the processor, so that a busy machine changes nothing; each of these once took many seconds. */
const LONGEST_MS = 1_500;

describe('texts that were written to be slow to read', () => {
  it.each<readonly [string, () => unknown]>([
    ['an address before many spaces', () => wordedReports(new Map(), `a@b${' '.repeat(MANY)}x`)],
    ['a line of dashes', () => wordedReports(new Map(), '-'.repeat(MANY))],
    ['addresses on many lines', () => wordedReports(new Map(), addressLines(MANY / 10))],
    [
      'copies of what almost are addresses that name a ticket',
      () => Array.from({ length: 100 }, () => signedAddresses('+t1-'.repeat(MANY / 4))),
    ],
    ['a sender of one endless word', () => addressIn('a'.repeat(MANY))],
    ['a sender of nothing but at signs behind a quote', () => withoutDots(`'${'@'.repeat(MANY)}`)],
    ['a name with many brackets', () => shownName(`a${'<'.repeat(MANY)}b`)],
    ['a line before no part, of spaces', () => withFoundBoundary(SEVERAL_PARTS, spacedLines(30))],
    ['doubled line ends and many that are not', () => withMailLineEnds(`a\r\r\n${'\r'.repeat(MANY)}`)],
    ['an id that never ends, of spaces', () => messageIds(`<${' '.repeat(MANY)}`)],
    ['an id of words', () => messageIds(`<${'a '.repeat(MANY / 2)}@x>`)],
    ['lines that almost say who wrote', () => foldedQuote(`${'1234írta'.repeat(15)}\n`.repeat(MANY / 50))],
    [
      'lines that almost tell of a mail',
      () => foldedQuote(`12.05.2025, 10:30, ${'A '.repeat(60)}<a@\n`.repeat(MANY / 100)),
    ],
    ['lines of many dates', () => foldedQuote(`${'wrote 12.05.25 10:3 '.repeat(14)}:\n`.repeat(MANY / 100))],
  ])('%s', (_, read) => {
    const before = process.cpuUsage();
    read();
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1_000).toBeLessThan(LONGEST_MS);
  });

  it('are read all the same as far as they say something', () => {
    const [first] = wordedReports(new Map(), `  a@b.example:  \n550 no\n\n--- copy ---\nc@d.example\n`);
    expect(first).toMatchObject({ address: 'a@b.example', delivery: 'hard', words: '550 no' });
    const own = `desk+t7-${'0a'.repeat(10)}@halden.example`;
    expect(signedAddresses(`To: <${own.toUpperCase()}>, c@d.example\nReply-To: ${own}\nmailto:${own}`)).toEqual([own]);
    expect(addressIn('Ann at [a@b.example]')?.address).toBe('a@b.example');
    expect(withoutDots(`'a@b.example'`)).toBe('a@b.example');
    expect(shownName('<< Ann <b> >>')).toBe('Ann <b');
    expect(withFoundBoundary(SEVERAL_PARTS, '--an edge \t\r\nContent-Type: text/plain\r\n')).toBe(
      'Content-Type: multipart/mixed; boundary="an edge"',
    );
    expect(withMailLineEnds('a\r\r\nb\r\r\n')).toBe('a\r\nb\r\n');
  });
});

function addressLines(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}@b.example\n`).join('');
}

function spacedLines(count: number): string {
  return `--${' '.repeat(MANY)}\r\n`.repeat(count);
}
