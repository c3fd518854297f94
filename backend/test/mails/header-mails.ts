import { ANNA, type MailFixture, mailOf, mailWith } from './mail-fixture.ts';

const PLAIN = mailWith(['Content-Type: text/plain; charset=utf-8'], 'It prints nothing.\n\nAnna\n').toString();
const AS_PLAIN = {
  sender: ANNA,
  name: 'Anna Berg',
  subject: 'The printer is silent',
  shown: 'It prints nothing.\n\nAnna',
} as const;

export const HEADER_MAILS: readonly MailFixture[] = [
  { title: 'lines that end with CR LF', raw: Buffer.from(PLAIN), expected: AS_PLAIN },
  { title: 'lines that end with CR', raw: Buffer.from(PLAIN.replace(/\r\n/g, '\r')), expected: AS_PLAIN },
  { title: 'lines that end with LF', raw: Buffer.from(PLAIN.replace(/\r\n/g, '\n')), expected: AS_PLAIN },
  { title: 'lines that end with CR CR LF', raw: Buffer.from(PLAIN.replace(/\r\n/g, '\r\r\n')), expected: AS_PLAIN },
  { title: 'lines that end with each in turn', raw: Buffer.from(mixedEnds(PLAIN)), expected: AS_PLAIN },
  {
    title: 'a header with CR LF and a body with CR',
    raw: Buffer.from(PLAIN.replace(/(?<=\r\n\r\n).*/s, 'It prints nothing.\r\rAnna\r')),
    expected: AS_PLAIN,
  },
  { title: 'empty lines before the header', raw: Buffer.from(`\r\n \r\n${PLAIN}`), expected: AS_PLAIN },
  { title: 'the mark of UTF-8 before the header', raw: Buffer.from(`\u{FEFF}${PLAIN}`), expected: AS_PLAIN },
  {
    title: 'the line of a mailbox file before the header',
    raw: Buffer.from(`From anna@example.org Mon Nov  3 10:15:00 2025\r\n${PLAIN}`),
    expected: AS_PLAIN,
  },
  {
    title: 'an empty line within the header',
    raw: Buffer.from(PLAIN.replace('From: Anna', '\r\nFrom: Anna')),
    expected: AS_PLAIN,
  },
  {
    title: 'no empty line between header and body',
    raw: Buffer.from(PLAIN.replace('\r\n\r\nIt', '\r\nIt')),
    expected: AS_PLAIN,
  },
  {
    title: 'a line of the header that is no field',
    raw: Buffer.from(PLAIN.replace('To: ', 'this is nothing\r\nTo: ')),
    expected: AS_PLAIN,
  },
  {
    title: 'names of fields in capitals with spaces before the colon',
    raw: mailOf('FROM : Anna Berg <anna@example.org>\nSUBJECT : Hello\n\nHi'),
    expected: { sender: ANNA, name: 'Anna Berg', subject: 'Hello', shown: 'Hi' },
  },
  { title: 'a header alone', raw: mailOf('From: anna@example.org'), expected: { sender: ANNA, shown: '' } },
  { title: 'nothing at all', raw: Buffer.alloc(0), expected: { sender: null, subject: '', shown: '' } },
  {
    title: 'no sender anywhere',
    raw: mailOf('Subject: Who am I?\n\nFrom: somebody@example.org is what I heard'),
    expected: { sender: null, subject: 'Who am I?' },
  },
  {
    title: 'a sender without brackets that is cut',
    raw: mailWith(['From: "Anna Berg <anna@example.org'], 'x'),
    expected: { sender: ANNA },
  },
  {
    title: 'a sender with an address in its name',
    raw: mailWith(['From: "boss@bank.example" <anna@example.org>'], 'x'),
    expected: { sender: ANNA, name: 'boss@bank.example' },
  },
  {
    title: 'a sender that is a name, and the address in another field',
    raw: mailWith(['From: Anna Berg', 'Return-Path: -', 'Reply-To: <anna@example.org>'], 'x'),
    expected: { sender: ANNA },
  },
  {
    title: 'several senders',
    raw: mailWith(['From: Anna <anna@example.org>, Bob <bob@example.org>'], 'x'),
    expected: { sender: ANNA, name: 'Anna' },
  },
  {
    title: 'groups of addresses',
    raw: mailWith(['From: Staff: Anna <anna@example.org>;', 'To: undisclosed-recipients:;'], 'x'),
    expected: { sender: ANNA },
  },
  {
    title: 'a domain of another script',
    raw: mailWith(['From: <anna@xn--bcher-kva.example>'], 'x'),
    expected: { sender: 'anna@bücher.example' },
  },
  {
    title: 'encoded words that cut a character in two',
    raw: mailWith(
      ['Subject: =?utf-8?B?w5xiZXIgZGVuIETDvA==?=\n =?UTF-8?B?bm5lbiBQ?= =?utf-8?Q?apier=E2=82?=\n =?utf-8?Q?=AC?='],
      'x',
    ),
    expected: { subject: 'Über den Dünnen Papier€'.replace('Dünnen', 'Dünnen') },
  },
  {
    title: 'encoded words that name the wrong charset',
    raw: mailWith(
      ['Subject: =?us-ascii?Q?Gr=C3=BC=C3=9Fe?=', 'From: =?iso-8859-1?Q?J=FCrgen?= <anna@example.org>'],
      'x',
    ),
    expected: { subject: 'Grüße', name: 'Jürgen', sender: ANNA },
  },
  {
    title: 'an encoded word that never ends',
    raw: mailWith(['Subject: =?utf-8?Q?Gr=C3=BC'], 'x'),
    expected: { sender: ANNA, subject: '=?utf-8?Q?Gr=C3=BC' },
  },
  {
    title: 'marks of direction and line ends in a name',
    raw: mailWith(['From: "gpj\u202Eexe.\tAnna" <anna@example.org>'], 'x'),
    expected: { sender: ANNA, name: 'gpj exe. Anna' },
  },
  {
    title: 'a subject of many lines',
    raw: mailWith(['Subject: The\n printer\n\tis silent'], 'x'),
    expected: { subject: 'The printer is silent' },
  },
  { title: 'no subject', raw: mailWith(['Subject: -'], 'x'), expected: { sender: ANNA, subject: '' } },
  { title: 'two subjects', raw: mailWith(['Subject: One', 'Subject: Two'], 'x'), expected: { subject: 'One' } },
  {
    title: 'a date in two hundred years',
    raw: mailWith(['Date: Mon, 3 Nov 2225 10:15:00 +0100'], 'x'),
    expected: { writtenAt: null },
  },
  {
    title: 'a date before there was mail',
    raw: mailWith(['Date: Thu, 1 Jan 1970 00:00:00 +0000'], 'x'),
    expected: { writtenAt: null },
  },
  { title: 'a date that is none', raw: mailWith(['Date: yesterday'], 'x'), expected: { writtenAt: null } },
  {
    title: 'a date with the name of its zone',
    raw: mailWith(['Date: Mon, 3 Nov 2025 10:15:00 +0100 (MEZ)'], 'x'),
    expected: { writtenAt: '2025-11-03T09:15:00.000Z' },
  },
  {
    title: 'references of every form',
    raw: mailWith(['References: <a@x.example>\n <b@x.example><c@x.example>', 'In-Reply-To: c@x.example'], 'x'),
    expected: { answers: ['c@x.example', 'b@x.example', 'a@x.example'] },
  },
  {
    title: 'what is answered with words around its id',
    raw: mailWith(['In-Reply-To: Your message of "Mon" <a@x.example>'], 'x'),
    expected: { answers: ['a@x.example'] },
  },
  {
    title: 'a header of a thousand copies',
    raw: mailWith([`Cc: ${Array.from({ length: 1_000 }, (_, n) => `u${n}@example.org`).join(',\n ')}`], 'x'),
    expected: { sender: ANNA, subject: 'The printer is silent', shown: 'x' },
  },
];

function mixedEnds(mail: string): string {
  const ends = ['\r\n', '\n', '\r'];
  return mail.split('\r\n').reduce((text, line, index) => `${text}${ends[(index - 1) % 3] ?? ''}${line}`);
}
