import { ANNA, type MailFixture, mailOf, mailWith } from './mail-fixture.ts';

const RUSSIAN = 'Здравствуйте, принтер не печатает со вчерашнего дня. Помогите, пожалуйста.';
const JAPANESE = 'こんにちは。プリンターが印刷できません。よろしくお願いします。';
const CHINESE = '您好，打印机从昨天开始不能打印了，请帮忙看看。';
const TAIWANESE = '您好，印表機從昨天開始不能列印了，請幫忙看看。';
const KOREAN = '안녕하세요. 어제부터 프린터가 인쇄되지 않습니다. 도와주세요.';
const POLISH = 'Dzień dobry, drukarka nie działa. Proszę o pomoc, żółć gęślą jaźń.';
const HEBREW = 'שלום, המדפסת לא עובדת מאתמול. אנא עזרו לי בבקשה.';
const ARABIC = 'مرحبا، الطابعة لا تعمل منذ أمس. أرجو المساعدة.';
const GREEK = 'Καλημέρα, ο εκτυπωτής δεν δουλεύει από χθες.';
const TURKISH = 'Merhaba, yazıcı dünden beri çalışmıyor. Şimdi ne yapmalıyım?';
const GERMAN = 'Grüße aus Köln, der Drucker hört nicht zu. Preis: 10 €';

/** Texts in the bytes of their charsets, in base64. */
const KOI8 = '+sTSwdfT1NfVytTFLCDQ0snO1MXSIM7FINDF3sHUwcXUINPPINfexdLB287Fx88gxM7RLiDwz83Px8nUxSwg0M/WwczVytPUwS4=';
const CP1251 = 'x+Tw4OLx8uLz6fLlLCDv8Ojt8uXwIO3lIO/l9+Dy4OXyIPHuIOL35fDg+O3l4+4g5O3/LiDP7uzu4+jy5Swg7+7m4Ovz6fHy4C4=';
const ISO2022JP = 'GyRCJDMkcyRLJEEkTyEjJVclaiVzJT8hPCQsMHU6fiRHJC0kXiQ7JHMhIyRoJG0kNyQvJCo0aiQkJDckXiQ5ISMbKEI=';
const SHIFTJIS = 'grGC8YLJgr+CzYFCg3aDioOTg16BW4KqiPON/ILFgquC3IK5gvGBQoLmguuCtYKtgqiK6IKigrWC3IK3gUI=';
const EUCJP = 'pLOk86TLpMGkz6Gjpdel6qXzpb+hvKSssPW6/qTHpK2k3qS7pPOho6TopO2kt6SvpKq06qSkpLek3qS5oaM=';
const GB18030 = 'xPq6w6OstPLTobv6tNPX8szsv6rKvLK7xNy08tOhwcujrMfrsO/Dpr+0v7Show==';
const BIG5 = 'sXqmbqFBpkyq7b73sXGsUaTRtn2pbKSjr+CmQ6ZMpEahQb3QwLCmo6zdrN2hQw==';
const EUCKR = 'vsiz58fPvLy/5C4gvu7BprrOxc0gx8G4sMXNsKEgwM684rXHwfYgvsq9wLTPtNkuILW1v83B1ry8v+Qu';
const LATIN2 = 'RHppZfEgZG9icnksIGRydWthcmthIG5pZSBkemlhs2EuIFByb3N66iBvIHBvbW9jLCC/87PmIGfqtmyxIGphvPEu';
const CP1255 = '+ezl7Swg5O7j9PH6IOzgIPLl4eP6IO7g+u7l7C4g4PDgIPLm+OUg7Okg4eH3+eQu';
const CP1256 = '49HNyMehIMfh2MfI2skg4ccgytrj4SDj5NAgw+PTLiDD0czmIMfh49PH2s/JLg==';
const ISO8859_7 = 'yuHr5+zd8eEsIO8g5er09fD59N7yIOTl7SDk7/Xr5f3l6SDh8Pwg9+jl8i4=';
const ISO8859_9 = 'TWVyaGFiYSwgeWF6/WP9IGT8bmRlbiBiZXJpIOdhbP3+bf15b3IuIN5pbWRpIG5lIHlhcG1hbP15/W0/';
const ISO8859_15 = 'R3L832UgYXVzIEv2bG4sIGRlciBEcnVja2VyIGj2cnQgbmljaHQgenUuIFByZWlzOiAxMCCk';
const CP1252 = 'R3L832UgYXVzIEv2bG4sIGRlciBEcnVja2VyIGj2cnQgbmljaHQgenUuIFByZWlzOiAxMCCA';

export const CHARSET_MAILS: readonly MailFixture[] = [
  ...[
    ['koi8-r', KOI8, RUSSIAN],
    ['windows-1251', CP1251, RUSSIAN],
    ['iso-2022-jp', ISO2022JP, JAPANESE],
    ['shift_jis', SHIFTJIS, JAPANESE],
    ['EUC-JP', EUCJP, JAPANESE],
    ['GB2312', GB18030, CHINESE],
    ['big5', BIG5, TAIWANESE],
    ['ks_c_5601-1987', EUCKR, KOREAN],
    ['iso-8859-2', LATIN2, POLISH],
    ['windows-1255', CP1255, HEBREW],
    ['windows-1256', CP1256, ARABIC],
    ['iso-8859-7', ISO8859_7, GREEK],
    ['iso-8859-9', ISO8859_9, TURKISH],
    ['iso-8859-15', ISO8859_15, GERMAN],
    // Many programs say Latin 1 and write what Windows has in its place.
    ['iso-8859-1', CP1252, GERMAN],
  ].map(([charset = '', base64 = '', text = '']) => declared(`${charset}, as its bytes`, charset, base64, text)),
  {
    title: 'koi8-r in base64',
    raw: mailWith(['Content-Type: text/plain; charset=koi8-r', 'Content-Transfer-Encoding: base64'], KOI8),
    expected: { shown: RUSSIAN },
  },
  {
    title: 'UTF-8 in quoted-printable, cut within a character',
    raw: mailWith(
      ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: quoted-printable'],
      'Gr=C3=\n=BC=C3=9Fe aus K=C3=B6ln\n',
    ),
    expected: { shown: 'Grüße aus Köln' },
  },
  utf8('UTF-8 that is declared as Latin 1', 'charset=iso-8859-1'),
  utf8('UTF-8 that is declared as ASCII', 'charset=us-ascii'),
  utf8('UTF-8 of an unknown charset', 'charset=x-unknown'),
  utf8('UTF-8 with an empty charset', 'charset='),
  utf8('UTF-8 with nothing declared', 'format=fixed'),
  declared('Windows Latin that is declared as UTF-8', 'utf-8', CP1252, GERMAN),
  declared('Windows Latin that is declared as ASCII', 'us-ascii', CP1252, GERMAN),
  declared('koi8-r that is declared as UTF-8', 'utf-8', KOI8, RUSSIAN),
  declared('Shift JIS of an unknown charset', 'unknown-8bit', SHIFTJIS, JAPANESE),
  declared('Shift JIS of an encoding in the place of a charset', 'base64', SHIFTJIS, JAPANESE),
  {
    title: 'UTF-7, which can hide markup',
    raw: mailWith(['Content-Type: text/plain; charset=utf-7'], 'Hi +ADw-script+AD4-'),
    expected: { shown: 'Hi <script>' },
  },
  {
    title: 'UTF-16 in base64',
    raw: mailWith(
      ['Content-Type: text/plain; charset=utf-16le', 'Content-Transfer-Encoding: base64'],
      Buffer.from('Принтер', 'utf16le').toString('base64'),
    ),
    expected: { shown: 'Принтер' },
  },
  {
    title: 'a header of raw UTF-8',
    raw: mailWith(['From: Jürgen Groß <anna@example.org>', 'Subject: Drucker hört nicht – ärgerlich'], 'x'),
    expected: { name: 'Jürgen Groß', subject: 'Drucker hört nicht – ärgerlich' },
  },
  {
    title: 'a header of raw Windows Cyrillic',
    raw: mailOf(
      'From: anna@example.org\nContent-Type: text/plain; charset=windows-1251\nSubject: ',
      Buffer.from(CP1251, 'base64'),
      '\n\n',
      Buffer.from(CP1251, 'base64'),
    ),
    expected: { sender: ANNA, subject: RUSSIAN, shown: RUSSIAN },
  },
  {
    title: 'a header of raw ISO-2022-JP',
    raw: mailOf('From: anna@example.org\nSubject: ', Buffer.from(ISO2022JP, 'base64'), '\n\nx'),
    expected: { sender: ANNA, subject: JAPANESE },
  },
  {
    title: 'HTML that declares another charset than its part',
    raw: mailWith(
      ['Content-Type: text/html; charset=utf-8'],
      '<html><head><meta charset="windows-1251"></head><body><p>Grüße</p></body></html>',
    ),
    expected: { shown: 'Grüße' },
  },
  {
    title: 'NUL and half a pair of surrogates',
    raw: mailWith(['Content-Type: text/plain; charset=utf-8'], 'a\0b ', Buffer.from('eda080', 'hex'), ' c'),
    expected: { sender: ANNA },
  },
];

function declared(title: string, charset: string, base64: string, text: string): MailFixture {
  const fields = [`Content-Type: text/plain; charset="${charset}"`, 'Content-Transfer-Encoding: 8bit'];
  return { title, raw: mailWith(fields, Buffer.from(base64, 'base64'), '\n'), expected: { sender: ANNA, shown: text } };
}

function utf8(title: string, parameter: string): MailFixture {
  const fields = [`Content-Type: text/plain; ${parameter}`, 'Content-Transfer-Encoding: 8bit'];
  return { title, raw: mailWith(fields, `${RUSSIAN}\n`), expected: { sender: ANNA, shown: RUSSIAN } };
}
