import { ANNA, type MailFixture, mailOf, mailWith, part, parts } from './mail-fixture.ts';

const TEXT = 'Content-Type: text/plain; charset=utf-8';
const BASE64 = 'Content-Transfer-Encoding: base64';
const HELLO = Buffer.from('Grüße aus Köln, der Drucker ist still.').toString('base64');
const INNER = `--abc\n${TEXT}\n\nGrüße\n--abc\nContent-Type: application/pdf; name="a.pdf"\n\nPDF\n--abc--\n`;

/** Mails that say something else about themselves than they are. */
export const BROKEN_MAILS: readonly MailFixture[] = [
  ...['', '; boundary=""', '; boundary=other', '; boundary="other"; charset=utf-8'].map((parameter) => ({
    title: `parts of which the header names no such boundary: ${parameter}`,
    raw: mailWith([`Content-Type: multipart/mixed${parameter}`], INNER),
    expected: { shown: 'Grüße', files: ['a.pdf'] },
  })),
  {
    title: 'a boundary on a line of its own, which is not the one of the parts',
    raw: mailWith(['Content-Type: multipart/mixed;\n boundary="other";\n type=x'], INNER),
    expected: { shown: 'Grüße', files: ['a.pdf'] },
  },
  ...['foo', 'text', 'text;charset=utf-8', 'plain text'].map((type) => ({
    title: `a type that is none: ${type}`,
    raw: mailWith([`Content-Type: ${type}`], 'Grüße'),
    expected: { shown: 'Grüße', files: [] },
  })),
  ...['markdown', 'enriched', 'richtext'].map((kind) => ({
    title: `a text of another kind: ${kind}`,
    raw: mailWith([`Content-Type: text/${kind}; charset=utf-8`], '# Grüße'),
    expected: { shown: '# Grüße', files: [] },
  })),
  {
    title: 'a file that is a text of another kind',
    raw: mailWith(
      ['Content-Type: multipart/mixed; boundary=edge'],
      parts(part(TEXT, 'See'), part('Content-Type: text/markdown; name=a.md', '# a')),
    ),
    expected: { shown: 'See', files: ['a.md'] },
  },
  ...[
    ['"base64"', 'R3LDvMOfZQ=='],
    ['base-64', 'R3LDvMOfZQ=='],
    ['BASE64;', 'R3LDvMOfZQ=='],
    ['quoted_printable', 'Gr=C3=BC=C3=9Fe'],
  ].map(([encoding = '', body = '']) => ({
    title: `an encoding as it should not be written: ${encoding}`,
    raw: mailWith([TEXT, `Content-Transfer-Encoding: ${encoding}`], body),
    expected: { shown: 'Grüße' },
  })),
  {
    title: 'a text that is declared as base64 and is none',
    raw: mailWith([TEXT, BASE64], 'Hello there, the printer is silent.\n\nPlease help!\n'),
    expected: { shown: 'Hello there, the printer is silent.\n\nPlease help!' },
  },
  {
    title: 'base64 below which a list has put words',
    raw: mailWith([TEXT, BASE64], `${HELLO}\n\n_______\nThis list is read by all\n`),
    expected: { shown: 'Grüße aus Köln, der Drucker ist still.\n\n_______\nThis list is read by all' },
  },
  {
    title: 'base64 of pieces that end each by themselves',
    raw: mailWith([TEXT, BASE64], 'SGVsbG8=\nIHRoZXJl\nIQ==\n'),
    expected: { shown: 'Hello there!' },
  },
  {
    title: 'UTF-8 of which one character is broken',
    raw: mailWith([TEXT], 'Grüße aus K', Buffer.from('c3', 'hex'), 'ln: Öl, ä'),
    expected: { shown: 'Grüße aus K\uFFFDln: Öl, ä' },
  },
  ...(
    [
      ['cp850', '478194', 'Güö'],
      ['ibm437', '478194', 'Güö'],
      ['utf-7', '4869202b414f6b2d', 'Hi é'],
      ['unicode-1-1-utf-7', '4869204d6f6d202b4a6a6f2d21', 'Hi Mom ☺!'],
      ['utf-16', '00480065006c006c006f00200079006f0075', 'Hello you'],
      ['utf-16', '480065006c006c006f00200079006f007500', 'Hello you'],
      ['utf-32le', '48000000e9000000', 'Hé'],
    ] as const
  ).map(([charset, hex, shown], at) => ({
    title: `a charset that few know: ${charset} (${String(at)})`,
    raw: mailWith([`Content-Type: text/plain; charset=${charset}`, BASE64], Buffer.from(hex, 'hex').toString('base64')),
    expected: { shown },
  })),
  ...(
    [
      ['Anna <mailto:anna@example.org>', 'Anna'],
      ['Anna <<anna@example.org>>', 'Anna'],
      ['Berg, Anna <anna@example.org>', 'Berg, Anna'],
      ['anna@example.org.', ''],
      ['anna@example.org; bob@example.org', ''],
      ['=?utf-8?q?Anna_=3Canna=40example=2Eorg=3E?=', 'Anna'],
      ['Friends: anna@example.org, bob@example.org;', ''],
    ] as const
  ).map(([from, name]) => ({
    title: `a sender as it should not be written: ${from}`,
    raw: mailWith([`From: ${from}`], 'x'),
    expected: { sender: ANNA, name },
  })),
  {
    title: 'spaces before the first field',
    raw: mailOf('  From: anna@example.org\nSubject: Silent\n\nx'),
    expected: { sender: ANNA, subject: 'Silent' },
  },
  {
    title: 'marks of direction in a subject',
    raw: mailWith(['Subject: see \u202Egnp.exe\u202C now'], 'x'),
    expected: { subject: 'see gnp.exe now' },
  },
  {
    title: 'ten thousand parts',
    raw: mailWith(
      ['Content-Type: multipart/mixed; boundary=edge'],
      parts(...Array.from({ length: 10_000 }, () => part(TEXT, 'x'))),
    ),
    expected: { sender: ANNA, subject: 'The printer is silent', faulty: true },
  },
  {
    title: 'fields of a hundred thousand characters',
    raw: mailWith([`X-Long: ${'a'.repeat(100_000)}`, `Cc: ${'b'.repeat(100_000)}`], 'x'),
    expected: { sender: ANNA, shown: 'x' },
  },
];
