import { type MailFixture, mailWith } from './mail-fixture.ts';

const TEXT = ['Content-Type: text/plain; charset=utf-8'];
const QUOTE = '> Have you tried it again?\n>\n> The desk';
const UNMARKED = 'Have you tried it again?\n\nThe desk';

/** What mail programs write above a quote, by language. */
const SENTENCES: readonly (readonly [language: string, sentence: string])[] = [
  ['English', 'On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:'],
  ['German', 'Am Mo., 3. Nov. 2025 um 10:15 Uhr schrieb The Desk <support@desk.example>:'],
  ['French', 'Le lun. 3 nov. 2025 à 10:15, The Desk <support@desk.example> a écrit :'],
  ['Spanish', 'El lun, 3 nov 2025 a las 10:15, The Desk (<support@desk.example>) escribió:'],
  ['Italian', 'Il giorno lun 3 nov 2025 alle ore 10:15 The Desk <support@desk.example> ha scritto:'],
  ['Portuguese', 'Em seg., 3 de nov. de 2025 às 10:15, The Desk <support@desk.example> escreveu:'],
  ['Dutch', 'Op ma 3 nov 2025 om 10:15 schreef The Desk <support@desk.example>:'],
  ['Swedish', 'Den mån 3 nov. 2025 kl 10:15 skrev The Desk <support@desk.example>:'],
  ['Polish', 'pon., 3 lis 2025 o 10:15 The Desk <support@desk.example> napisał(a):'],
  ['Russian', 'пн, 3 нояб. 2025 г. в 10:15, The Desk <support@desk.example> написал(а):'],
  ['Czech', 'Dne po 3. 11. 2025 10:15 uživatel The Desk <support@desk.example> napsal:'],
  ['Turkish', 'The Desk <support@desk.example>, 3 Kas 2025 Pzt, 10:15 tarihinde şunu yazdı:'],
  ['Chinese', 'The Desk <support@desk.example> 于2025年11月3日周一 10:15写道：'],
  ['Japanese', '2025年11月3日(月) 10:15 The Desk <support@desk.example>のメール:'],
  ['Korean', '2025년 11월 3일 (월) 오전 10:15, The Desk <support@desk.example>님이 작성:'],
  ['Hebrew', 'בתאריך יום ב׳, 3 בנוב׳ 2025 ב-10:15 מאת ‪The Desk‬‏ <‪support@desk.example‬‏>:‬ כתב'],
  ['Arabic', 'في الاثنين، 3 نوفمبر 2025 في 10:15 تمت كتابة ما يلي بواسطة ‪The Desk‬‏ <‪support@desk.example‬‏>: كتب'],
];

/** The head that Outlook puts above the mail that is answered, by language. */
const HEADS: readonly (readonly [language: string, head: string])[] = [
  [
    'English',
    'From: The Desk <support@desk.example>\nSent: Monday, November 3, 2025 10:15\nTo: Anna\nSubject: Printer',
  ],
  [
    'German',
    'Von: The Desk <support@desk.example>\nGesendet: Montag, 3. November 2025 10:15\nAn: Anna\nBetreff: Drucker',
  ],
  [
    'French',
    'De : The Desk <support@desk.example>\nEnvoyé : lundi 3 novembre 2025 10:15\nÀ : Anna\nObjet : Imprimante',
  ],
  ['Dutch', 'Van: The Desk <support@desk.example>\nVerzonden: maandag 3 november 2025 10:15\nAan: Anna\nOnderwerp: x'],
  ['Russian', 'От: The Desk <support@desk.example>\nОтправлено: 3 ноября 2025 г. 10:15\nКому: Anna\nТема: Принтер'],
  ['Chinese', '发件人: The Desk <support@desk.example>\n发送时间: 2025年11月3日 10:15\n收件人: Anna\n主题: 打印机'],
];

/** More of them, of programs that put an address and a moment above a quote, and no words that are known. */
const MOMENTS: readonly (readonly [language: string, sentence: string])[] = [
  ['Portuguese of Portugal', 'The Desk <support@desk.example> escreveu (segunda, 3/11/2025 à(s) 10:15):'],
  ['Norwegian', 'man. 3. nov. 2025 kl. 10:15 skrev The Desk <support@desk.example>:'],
  ['Hungarian', 'The Desk <support@desk.example> ezt írta (időpont: 2025. nov. 3., H, 10:15):'],
  ['Romanian', 'lun., 3 nov. 2025 la 10:15, The Desk <support@desk.example> a scris:'],
  ['Bulgarian', 'На пн, 3.11.2025 г. в 10:15 The Desk <support@desk.example> написа:'],
  ['Croatian', 'pon, 3. stu 2025. u 10:15 The Desk <support@desk.example> napisao je:'],
  ['Slovak', 'po 3. 11. 2025 o 10:15 The Desk <support@desk.example> napísal(a):'],
  ['Lithuanian', 'pr., 2025-11-03, 10:15 The Desk <support@desk.example> rašė:'],
  ['Estonian', 'Kuupäev E, 3. november 2025 kell 10:15 kirjutas The Desk <support@desk.example>:'],
  ['Polish of Apple', 'Wiadomość napisana przez The Desk <support@desk.example> w dniu 3 lis 2025, o godz. 10:15:'],
  ['Russian of Yandex', '03.11.2025, 10:15, "The Desk" <support@desk.example>:'],
  ['Japanese of Gmail', '2025年11月3日(月) 10:15 The Desk <support@desk.example>:'],
  ['Arabic of Gmail', 'في الاثنين، 3 نوفمبر 2025 في 10:15 ص تمت كتابة ما يلي بواسطة The Desk <support@desk.example>:'],
  ['Polish of Thunderbird', 'W dniu 03.11.2025 o 10:15, The Desk pisze:'],
];

export const QUOTE_MAILS: readonly MailFixture[] = [
  ...SENTENCES.map(([language, sentence]) =>
    folding(`an answer above a quote, ${language}`, 'Yes, twice.', `${sentence}\n\n${QUOTE}`),
  ),
  ...SENTENCES.slice(0, 10).map(([language, sentence]) =>
    folding(`an answer above a quote without marks, ${language}`, 'Yes, twice.', `${sentence}\n\n${UNMARKED}`),
  ),
  ...MOMENTS.flatMap(([language, sentence]) => [
    folding(`an answer above a quote, ${language}`, 'Yes, twice.', `${sentence}\n\n${QUOTE}`),
    folding(`an answer above a quote without marks, ${language}`, 'Yes, twice.', `${sentence}\n\n${UNMARKED}`),
  ]),
  folding(
    'an answer above a mail that is announced',
    'Yes, twice.',
    `------- Original Message -------\n${SENTENCES[0]?.[1] ?? ''}\n\n${QUOTE}`,
  ),
  folding(
    'a mail that is passed on below words',
    'See below.',
    `---------- Forwarded message ---------\nFrom: The Desk <support@desk.example>\nDate: Mon, 3 Nov 2025\nSubject: x\n\n${UNMARKED}`,
  ),
  ...HEADS.map(([language, head]) =>
    folding(
      `an answer of Outlook, ${language}`,
      'Yes, twice.\n\nAnna',
      `________________________________\n${head}\n\n${UNMARKED}`,
    ),
  ),
  folding(
    'a line between answer and quote',
    'Yes.',
    `-----Original Message-----\nFrom: x\nSent: y\nTo: z\n\n${UNMARKED}`,
  ),
  folding('a line between answer and quote, German', 'Ja.', `-------- Ursprüngliche Nachricht --------\n\n${UNMARKED}`),
  folding(
    'a sentence over two lines',
    'Yes.',
    `On Mon, 3 Nov 2025 at 10:15, The Desk\n<support@desk.example> wrote:\n\n${QUOTE}`,
  ),
  folding('a quote without a sentence', 'Yes, twice.', QUOTE),
  folding(
    'a sentence in Hebrew, in which signs tell the direction',
    'כן, פעמיים.',
    `\u202Bבתאריך יום ב׳, 3 בנוב׳ 2025 ב-10:15 מאת \u202AThe Desk\u202C\u200F <\u202Asupport@desk.example\u202C\u200F>:\u202C\n\n${QUOTE}`,
  ),
  folding(
    'a sentence in Arabic, in which signs tell the direction',
    'نعم، مرتين.',
    `\u202Bفي الاثنين، 3 نوفمبر 2025 في 10:15 ص تمت كتابة ما يلي بواسطة \u202AThe Desk\u202C\u200F <\u202Asupport@desk.example\u202C\u200F>:\u202C\n\n${QUOTE}`,
  ),
  folding(
    'a head between signs that tell the direction',
    'Yes, twice.',
    `\u2066From: The Desk <support@desk.example>\u2069\n\u2066Sent: Monday, 3 November 2025 10:15\u2069\n\u2066To: Anna Berg\u2069\n\u2066Subject: The printer is silent\u2069\n\n${UNMARKED}`,
  ),
  folding('a quote with a signature below', 'Yes, twice.', `${QUOTE}\n\n-- \nAnna\nBerg & Co`),
  whole('answers between the quoted lines', `> Have you tried it again?\n\nYes.\n\n> Is it on?\n\nYes, too.`),
  whole(
    'an answer below the quote',
    `On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:\n\n${QUOTE}\n\nYes, twice.`,
  ),
  whole('nothing but a quote', `On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:\n\n${QUOTE}`),
  whole('a mail that is passed on', `-----Original Message-----\nFrom: x\nSent: y\nTo: z\n\n${UNMARKED}`),
  whole('a list that looks like a head', 'From: Cologne\n\nTo: Berlin\nbut the train did not come.'),
  whole('an address and a moment without a colon', 'On 3.11.2025 at 10:15 I wrote to <bob@x.example>.\n\nNobody came.'),
  whole('what somebody wrote with a colon', 'This is what it said:\nnothing at all'),
  {
    title: 'what the customer cites, with a colon before it',
    raw: mailWith(TEXT, 'The screen says this:\n> out of paper\n'),
    expected: { shown: 'The screen says this:', folded: '> out of paper' },
  },
  {
    title: 'a quote in HTML',
    raw: mailWith(
      ['Content-Type: text/html; charset=utf-8'],
      '<div>Yes, twice.</div><div class="gmail_quote"><div>On Mon, 3 Nov 2025 at 10:15, The Desk &lt;support@desk.example&gt; wrote:</div><blockquote>Have you tried it again?</blockquote></div>',
    ),
    expected: {
      shown: 'Yes, twice.',
      folded: 'On Mon, 3 Nov 2025 at 10:15, The Desk <support@desk.example> wrote:\n> Have you tried it again?',
    },
  },
];

function folding(title: string, shown: string, folded: string): MailFixture {
  return { title, raw: mailWith(TEXT, `${shown}\n\n${folded}\n`), expected: { shown, folded } };
}

function whole(title: string, text: string): MailFixture {
  return { title, raw: mailWith(TEXT, `${text}\n`), expected: { shown: text, folded: '' } };
}
