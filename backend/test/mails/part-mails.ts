import { ANNA, type MailFixture, mailWith, part, parts } from './mail-fixture.ts';

const MIXED = ['Content-Type: multipart/mixed; boundary="edge"'];
const ALTERNATIVE = ['Content-Type: multipart/alternative; boundary=edge'];
const TEXT = 'Content-Type: text/plain; charset=utf-8';
const HTML = 'Content-Type: text/html; charset=utf-8';
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const CALENDAR = 'BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nSUMMARY:Talk\nEND:VEVENT\nEND:VCALENDAR';

export const PART_MAILS: readonly MailFixture[] = [
  {
    title: 'text and HTML of the same words',
    raw: mailWith(ALTERNATIVE, parts(part(TEXT, 'Hello there'), part(HTML, '<p>Hello <b>there</b></p>'))),
    expected: { shown: 'Hello there', files: [] },
  },
  {
    title: 'HTML beside an empty text',
    raw: mailWith(ALTERNATIVE, parts(part(TEXT, '  '), part(HTML, '<p>Hello <b>there</b></p>'))),
    expected: { shown: 'Hello there' },
  },
  {
    title: 'HTML alone',
    raw: mailWith(
      [HTML],
      '<style>p{color:red}</style><h1>Hello</h1><p>It is<br>broken &amp; <a href="https://x.example/a">dark</a></p>',
    ),
    expected: { shown: 'Hello\n\nIt is\nbroken & dark [https://x.example/a]' },
  },
  {
    title: 'a text, a picture, and HTML below it, as a phone writes them',
    raw: mailWith(
      MIXED,
      parts(
        part(TEXT, 'See this:'),
        part(
          'Content-Type: image/png; name="a.png"\nContent-Disposition: inline\nContent-Transfer-Encoding: base64',
          PIXEL,
        ),
        part(HTML, '<p>And that.</p>'),
      ),
    ),
    expected: { shown: 'See this:\n\n\nAnd that.', files: ['a.png'] },
  },
  {
    title: 'parts within parts within parts',
    raw: mailWith(MIXED, nested(12)),
    expected: { sender: ANNA, shown: 'In the middle' },
  },
  {
    title: 'a boundary that never ends',
    raw: mailWith(MIXED, part(TEXT, 'Cut short')),
    expected: { shown: 'Cut short' },
  },
  {
    title: 'a boundary that never comes',
    raw: mailWith(MIXED, 'Only this\n'),
    expected: { sender: ANNA, subject: 'The printer is silent', shown: 'Only this' },
  },
  {
    title: 'two thousand parts',
    raw: mailWith(MIXED, parts(...Array.from({ length: 2_000 }, () => part(TEXT, 'x')))),
    expected: { sender: ANNA, subject: 'The printer is silent', faulty: true },
  },
  {
    title: 'an invitation to a meeting',
    raw: mailWith(
      ALTERNATIVE,
      parts(part(TEXT, 'Come!'), part('Content-Type: text/calendar; method=REQUEST', CALENDAR)),
    ),
    expected: { shown: 'Come!', files: ['file-1.ics'] },
  },
  {
    title: 'an invitation alone',
    raw: mailWith(['Content-Type: text/calendar; method=REQUEST'], CALENDAR),
    expected: { sender: ANNA, shown: '', files: ['file-1.ics'] },
  },
  {
    title: 'a file of Outlook (TNEF)',
    raw: mailWith(
      MIXED,
      parts(
        part(TEXT, 'Attached.'),
        part('Content-Type: application/ms-tnef; name="winmail.dat"\nContent-Transfer-Encoding: base64', 'eJ8+Ig=='),
      ),
    ),
    expected: { shown: 'Attached.', files: ['winmail.dat'] },
  },
  {
    title: 'a signed mail (S/MIME)',
    raw: mailWith(
      ['Content-Type: multipart/signed; protocol="application/pkcs7-signature"; micalg=sha-256; boundary=edge'],
      parts(
        part(TEXT, 'Signed.'),
        part(
          'Content-Type: application/pkcs7-signature; name=smime.p7s\nContent-Transfer-Encoding: base64',
          'MIAGCSqG',
        ),
      ),
    ),
    expected: { shown: 'Signed.', files: ['smime.p7s'], encrypted: false },
  },
  {
    title: 'an encrypted mail (OpenPGP)',
    raw: mailWith(
      ['Content-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=edge'],
      parts(
        part('Content-Type: application/pgp-encrypted', 'Version: 1'),
        part('Content-Type: application/octet-stream; name="encrypted.asc"', '-----BEGIN PGP MESSAGE-----'),
      ),
    ),
    expected: { shown: '', encrypted: true, files: ['file-1.txt', 'encrypted.asc'] },
  },
  {
    title: 'an encrypted mail (S/MIME)',
    raw: mailWith(
      [
        'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        'Content-Transfer-Encoding: base64',
      ],
      'MIAGCSqG',
    ),
    expected: { shown: '', encrypted: true, files: ['smime.p7m'] },
  },
  {
    title: 'pictures alone',
    raw: mailWith(
      MIXED,
      parts(
        part('Content-Type: image/png; name="one.png"\nContent-Transfer-Encoding: base64', PIXEL),
        part('Content-Type: image/png\nContent-Transfer-Encoding: base64', PIXEL),
      ),
    ),
    expected: { sender: ANNA, shown: '', files: ['one.png', 'file-2.png'] },
  },
  {
    title: 'a picture within the HTML',
    raw: mailWith(
      ['Content-Type: multipart/related; boundary=edge'],
      parts(
        part(HTML, '<p>Look: <img src="cid:pic@x"></p>'),
        part('Content-Type: image/png\nContent-ID: <pic@x>\nContent-Transfer-Encoding: base64', PIXEL),
      ),
    ),
    expected: { shown: 'Look:', files: ['file-1.png'] },
  },
  { title: 'no body', raw: mailWith([TEXT], ''), expected: { sender: ANNA, shown: '', files: [] } },
  {
    title: 'a text of 60,000 characters',
    raw: mailWith([TEXT], `${'Sixty letters, and a few more of them, on each of these lines\n'.repeat(1_000)}end`),
    expected: { sender: ANNA, faulty: false },
  },
  {
    title: 'a file of three million bytes',
    raw: mailWith(
      MIXED,
      parts(
        part(TEXT, 'Big.'),
        part(
          'Content-Type: application/zip\nContent-Disposition: attachment; filename=big.zip\nContent-Transfer-Encoding: base64',
          `${'QUJD'.repeat(19)}\n`.repeat(52_000),
        ),
      ),
    ),
    expected: { shown: 'Big.', files: ['big.zip'] },
  },
  {
    title: 'HTML of which the elements stand twenty thousand deep',
    raw: mailWith(MIXED, parts(part(TEXT, 'Deep.'), part(HTML, `${'<div>\n'.repeat(20_000)}x`))),
    expected: { sender: ANNA, shown: 'Deep.' },
  },
  {
    title: 'a file of which the name is encoded in parts',
    raw: mailWith(
      MIXED,
      parts(
        part(
          "Content-Type: application/pdf\nContent-Disposition: attachment;\n filename*0*=utf-8''%D0%A1%D1%87;\n filename*1*=%D1%91%D1%82;\n filename*2=.pdf",
          'x',
        ),
        part('Content-Type: application/pdf; name="=?utf-8?B?6KuL5rGC5pu4LnBkZg==?="', 'x'),
        part('Content-Type: text/plain\nContent-Disposition: attachment; filename="../../etc/passwd"', 'x'),
      ),
    ),
    expected: { shown: '', files: ['Счёт.pdf', '請求書.pdf', 'passwd'] },
  },
  {
    title: 'a mail that was forwarded as a file',
    raw: mailWith(
      MIXED,
      parts(
        part(TEXT, 'See below.'),
        part('Content-Type: message/rfc822', 'From: x@y.example\nSubject: Inner\n\nInner text'),
      ),
    ),
    expected: { sender: ANNA, subject: 'The printer is silent', shown: 'See below.', files: ['file-1.eml'] },
  },
  {
    title: 'lines that flow',
    raw: mailWith(
      ['Content-Type: text/plain; charset=utf-8; format=flowed; delsp=no'],
      'This goes \non and \non.\n\n-- \nAnna\n',
    ),
    expected: { shown: 'This goes on and on.\n\n-- \nAnna' },
  },
  {
    title: 'base64 with rubbish within',
    raw: mailWith([TEXT, 'Content-Transfer-Encoding: base64'], 'SGVs\n!!bG8=\n'),
    expected: { shown: 'Hello' },
  },
  {
    title: 'an encoding that is not known',
    raw: mailWith([TEXT, 'Content-Transfer-Encoding: x-uuencode'], 'as it is'),
    expected: { shown: 'as it is' },
  },
];

function nested(levels: number): string {
  const edges = Array.from({ length: levels }, (_, level) => `e${level}`);
  return parts(
    edges
      .reduceRight(
        (inside, edge) =>
          `--EDGE\nContent-Type: multipart/mixed; boundary=${edge}\n\n${inside.replace(/--EDGE/g, `--${edge}`)}--${edge}--\n`,
        `--EDGE\n${TEXT}\n\nIn the middle\n`,
      )
      .replace('--EDGE', '--edge'),
  );
}
