import { type MailFixture, mailOf, mailWith, part, parts } from './mail-fixture.ts';

const TEXT = 'Content-Type: text/plain; charset=utf-8';
const HTML = 'Content-Type: text/html; charset=utf-8';
const BASE64 = 'Content-Transfer-Encoding: base64';
/** Signed data that OpenSSL wrote around a part of HTML. */
const SIGNED =
  'MIIBAgYJKoZIhvcNAQcCoIH0MIHxAgEDMQ0wCwYJYIZIAWUDBAIBMF4GCSqGSIb3DQEHAaBRBE9Db250ZW50LVR5cGU6IHRleHQvaHRtbDsgY2hhcnNldD11dGYtOA0KDQo8cD5UaGUgcHJpbnRlciBpcyA8Yj5zaWxlbnQ8L2I+PC9wPg0KMX0wewIBA4AUZIqItWf+MWgPwEDQPzYLZefUNWswCwYJYIZIAWUDBAIBMAoGCCqGSM49BAMCBEcwRQIgTA16xyA/fOtsiLEcxAUG2M/HVOutZKnruUa/NaPLcG0CIQCsvbvonWtpPG8s48YN47/xK9rk9X2nkXwdzAJXxCmNaQ==';
const ENVELOPED = 'MIIBTgYJKoZIhvcNAQcDoIIBPzCCATsCAQIxgbehgbQCAQOgUaFP';
const ARMOR = '-----BEGIN PGP MESSAGE-----\n\nhQEMA8xYhN0yMkNh\n=aBcD\n-----END PGP MESSAGE-----';
const SIGNED_TEXT = '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nIt is silent.\n\n- -- \nAnna';
const SIGNATURE = '-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----';
const UUENCODED = "begin 644 a note.txt\n45'=O(&QI;F5S(&]F(&$@9FEL90H`\n`\nend";
const QUOTE = 'On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:\n> Have you tried?';
const COMPLAINT = 'Feedback-Type: abuse\nUser-Agent: x/1\nVersion: 1';
const AGGREGATE = 'google.com!desk.example!1762041600!1762127999.zip';
const ABOUT_DOMAIN = 'Report domain: desk.example Submitter: google.com Report-ID: 1';

/** What newsletters hide, before the words that are seen. */
const HIDDEN: readonly (readonly [title: string, html: string])[] = [
  ['not displayed', '<div style="display:none !important">Open me<p>more</p></div><p>It is silent.</p>'],
  ['of no height', '<span style="max-height:0px;overflow:hidden">Open me</span><p>It is silent.</p>'],
  ['of no size', '<div style="font-size:0">Open me</div><p>It is silent.</p>'],
  ['that has the attribute', '<div hidden>Open me</div><p>It is silent.</p>'],
  ['in a cell that is never closed', '<table><tr><td style="opacity:0">Open me<td>It is silent.</table>'],
  ['and padding that is seen as nothing', `<div>${'&#847;&zwnj;&nbsp;'.repeat(50)}</div><p>It is silent.</p>`],
];
/** What only looks as if it were hidden. */
const SEEN: readonly (readonly [title: string, html: string, shown: string])[] = [
  ['by a later word', '<p style="display:none;display:block">It is silent.</p>', 'It is silent.'],
  [
    'of a size of its own',
    '<div style="font-size:0"><p style="font-size:14px">It is silent.</p></div>',
    'It is silent.',
  ],
  ['as there is nothing else', '<div style="display:none">It is silent.</div>', 'It is silent.'],
];

export const OPAQUE_MAILS: readonly MailFixture[] = [
  {
    title: 'a mail that is signed as a whole (S/MIME)',
    raw: mailWith(['Content-Type: application/pkcs7-mime; name=smime.p7m', BASE64], SIGNED),
    expected: { shown: 'The printer is silent', encrypted: false, files: ['smime.p7m'] },
  },
  {
    title: 'an encrypted mail (S/MIME) that does not say so',
    raw: mailWith(['Content-Type: application/octet-stream; name=smime.p7m', BASE64], ENVELOPED),
    expected: { shown: '', encrypted: true, files: ['smime.p7m'] },
  },
  {
    title: 'an encrypted text (OpenPGP) between words',
    raw: mailWith([TEXT], `Hello,\n\n${ARMOR}\n\nAnna\n`),
    expected: { shown: `Hello,\n\n${ARMOR}\n\nAnna`, folded: '', encrypted: true, files: [] },
  },
  {
    title: 'an encrypted text (OpenPGP) below words',
    raw: mailWith([TEXT], `Hello,\n\n${ARMOR}\n`),
    expected: { shown: 'Hello,', folded: ARMOR, encrypted: true, files: [] },
  },
  {
    title: 'a signed text (OpenPGP)',
    raw: mailWith([TEXT], `${SIGNED_TEXT}\n${SIGNATURE}\n`),
    expected: { shown: SIGNED_TEXT, folded: SIGNATURE, encrypted: false, files: [] },
  },
  {
    title: 'an answer that is signed with its quote (OpenPGP)',
    raw: mailWith([TEXT], `Yes.\n\n${QUOTE}\n\n${SIGNATURE}\n`),
    expected: { shown: 'Yes.', folded: `${QUOTE}\n\n${SIGNATURE}`, encrypted: false },
  },
  {
    title: 'an answer that is signed (OpenPGP), with who wrote it below its quote',
    raw: mailWith([TEXT], `Yes.\n\n${QUOTE}\n\n- -- \nAnna\n${SIGNATURE}\n`),
    expected: { shown: 'Yes.', folded: `${QUOTE}\n\n- -- \nAnna\n${SIGNATURE}` },
  },
  {
    title: 'a file in uuencode above a quote',
    raw: mailWith([TEXT], `Yes.\n\n${UUENCODED}\n\n${QUOTE}\n`),
    expected: { shown: 'Yes.', folded: `${UUENCODED}\n\n${QUOTE}`, files: ['a note.txt'] },
  },
  {
    title: 'words about OpenPGP',
    raw: mailWith([TEXT], 'What is -----BEGIN PGP MESSAGE----- for?\n'),
    expected: { shown: 'What is -----BEGIN PGP MESSAGE----- for?', encrypted: false, files: [] },
  },
  {
    title: 'a file in uuencode',
    raw: mailWith([TEXT], `See this:\n\n${UUENCODED}\n\nAnna\n`),
    expected: { shown: `See this:\n\n${UUENCODED}\n\nAnna`, folded: '', files: ['a note.txt'] },
  },
  {
    title: 'a file in uuencode at the end',
    raw: mailWith([TEXT], `See this:\n\n${UUENCODED}\n`),
    expected: { shown: 'See this:', folded: UUENCODED, files: ['a note.txt'] },
  },
  {
    title: 'words that begin as uuencode does',
    raw: mailWith([TEXT], 'begin 644 times,\nand it never stops.\nend\n'),
    expected: { shown: 'begin 644 times,\nand it never stops.\nend', files: [] },
  },
  {
    title: 'a file in yEnc',
    raw: mailWith([TEXT], 'See:\n=ybegin line=128 size=2 name=a.bin\n', Buffer.from('7273', 'hex'), '\n=yend size=2\n'),
    expected: { shown: 'See:', files: ['a.bin'] },
  },
  {
    title: 'text/enriched',
    raw: mailWith(
      ['Content-Type: text/enriched'],
      '<bold>Hello</bold>, it\nis <color><param>red</param>silent</color>.\n\n<<x>',
    ),
    expected: { shown: 'Hello, it is silent.\n<x>', files: [] },
  },
  {
    title: 'parts of which there are none',
    raw: mailWith(['Content-Type: multipart/mixed; boundary=edge'], '--edge\nContent-Type: text/plain\n\n--edge--\n'),
    expected: { shown: '', files: [] },
  },
  ...HIDDEN.map(([title, html]) => ({
    title: `words that are hidden, ${title}`,
    raw: mailWith([HTML], html),
    expected: { shown: 'It is silent.' },
  })),
  ...SEEN.map(([title, html, shown]) => ({
    title: `words that are not hidden, ${title}`,
    raw: mailWith([HTML], html),
    expected: { shown },
  })),
  {
    title: 'an emoji that is a picture',
    raw: mailWith([HTML], '<p>Thanks <img alt="🙂" src="cid:x"><img alt="Logo" src="cid:y"></p>'),
    expected: { shown: 'Thanks 🙂' },
  },
  {
    title: 'that somebody calls a mail unwanted (ARF)',
    raw: mailWith(
      ['Content-Type: multipart/mixed; boundary=edge'],
      parts(part(TEXT, 'A report'), part('Content-Type: message/feedback-report', COMPLAINT)),
    ),
    expected: { kind: 'complaint' },
  },
  {
    title: 'how the mails of a domain were received (DMARC)',
    raw: mailWith(
      [`Subject: ${ABOUT_DOMAIN}`, `Content-Type: application/zip; name="${AGGREGATE}"`, BASE64],
      'UEsDBA==',
    ),
    expected: { kind: 'statistics' },
  },
  {
    title: 'somebody who passes such a report on',
    raw: mailWith(
      [`Subject: Fwd: ${ABOUT_DOMAIN}`, 'Content-Type: multipart/mixed; boundary=edge'],
      parts(part(TEXT, 'What is this?'), part(`Content-Type: application/zip; name="${AGGREGATE}"`, 'PK')),
    ),
    expected: { kind: 'person' },
  },
  {
    title: 'how encrypted mails of a domain came (TLS-RPT)',
    raw: mailWith(['Content-Type: multipart/report; report-type=tlsrpt; boundary=edge'], parts(part(TEXT, 'x'))),
    expected: { kind: 'statistics' },
  },
  {
    title: 'Korean that Windows has added to its charset',
    raw: mailWith(['Content-Type: text/plain; charset=euc-kr'], Buffer.from('8c63b9e6', 'hex'), '\n'),
    expected: { shown: '똠방' },
  },
  {
    title: 'Chinese of Hong Kong',
    raw: mailWith(
      ['Content-Type: text/plain; charset=big5-hkscs', BASE64],
      Buffer.from('9dcfa1419df791c1', 'hex').toString('base64'),
    ),
    expected: { shown: '嘢，咗嚟' },
  },
  {
    title: 'lines of a header in UTF-8 and in Latin 1',
    raw: mailOf('From: Jürgen <anna@example.org>\nSubject: Gr', Buffer.from('fcdf', 'hex'), 'e\n\nx'),
    expected: { name: 'Jürgen', subject: 'Grüße' },
  },
  ...(
    [
      ['folded within a character', '=?utf-8?Q?Gr=C3\n =BC=C3=9Fe?=', 'Grüße'],
      ['with a question mark', '=?utf-8?Q?Why? Gr=C3=BC=C3=9Fe?=', 'Why? Grüße'],
      ['of another charset than it says', '=?utf-8?Q?Gr=FC=DFe?=', 'Grüße'],
    ] as const
  ).map(([title, subject, shown]) => ({
    title: `an encoded word ${title}`,
    raw: mailWith([`Subject: ${subject}`], 'x'),
    expected: { subject: shown },
  })),
];
