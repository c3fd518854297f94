import { type MailFixture, mailWith } from './mail-fixture.ts';

const TEXT = ['Content-Type: text/plain; charset=utf-8'];
const UNMARKED = 'Have you tried it again?\n\nThe desk';
const DESK = 'The Desk <support@desk.example>';

/** What stands above a mail that is quoted whole, in further languages and shapes. */
const HEADS: readonly (readonly [title: string, head: string])[] = [
  ['Romanian', `De la: ${DESK}\nTrimis: luni, 3 noiembrie 2025 10:15\nCătre: Anna\nSubiect: RE: x`],
  ['Lithuanian', `Nuo: ${DESK}\nIšsiųsta: 2025 m. lapkričio 3 d. 10:15\nKam: Anna\nTema: RE: x`],
  ['Persian', `از: ${DESK}\nارسال شده: دوشنبه ۳ نوامبر ۲۰۲۵\nبه: Anna\nموضوع: RE: x`],
  ['Hindi', `प्रेषक: ${DESK}\nभेजा: सोमवार, 3 नवंबर 2025 10:15\nप्रति: Anna\nविषय: RE: x`],
  [
    'in a language of which the date alone is known',
    `From: ${DESK}\nLähti: 3.11.2025 10:15\nJollekin: Anna\nJotain: x`,
  ],
  [
    'GMX, which begins with the date',
    `Gesendet: Montag, 03. November 2025 um 10:15 Uhr\nVon: ${DESK}\nAn: Anna\nBetreff: x`,
  ],
  ['of old programs, which begin with the subject', `Subject: Re: x\nFrom: ${DESK}\nTo: Anna\nDate: 3 Nov 2025`],
  ['with empty lines between', `From: ${DESK}\n\nSent: Monday\n\nTo: Anna\n\nSubject: x`],
  ['below a rule of HTML', `${'-'.repeat(40)}\n\nFrom: ${DESK}\nSent: Monday\nTo: Anna\nSubject: x`],
  ['passed on by a German Mac', `Anfang der weitergeleiteten Nachricht:\n\nVon: ${DESK}\nBetreff: x\nAn: Anna`],
  ['GroupWise', '>>> The Desk <support@desk.example> 11/03/25 10:15 AM >>>'],
  ['QQ', '------------------ Original ------------------'],
  ['NetEase', '---- 回复的原邮件 ----'],
  ['another desk', '##- Please type your reply above this line -##'],
];

/** What people and the forms of pages write that looks like the head of a mail. */
const FORMS: readonly (readonly [title: string, text: string])[] = [
  [
    'a form of a page',
    'A message from your page\n\nFrom: Carla Diaz <carla@customer.example>\nSubject: Broken\nMessage: It is broken.',
  ],
  [
    'a form of a page, with a telephone',
    'You have a new enquiry.\n\nFrom: carla@customer.example\nPhone: 12\nSubject: Broken\n\nMessage:\nIt is broken.',
  ],
  [
    'a form of a page, German',
    'Neue Anfrage\n\nVon: Carla <c@customer.example>\nBetreff: Drucker\nNachricht: Er ist still.',
  ],
  ['a dashed word', 'Two versions:\n\n-- Original --\nIt is broken.'],
];

export const HEAD_MAILS: readonly MailFixture[] = [
  ...HEADS.map(([title, head]) => ({
    title: `an answer above the head of a mail, ${title}`,
    raw: mailWith(TEXT, `Yes, twice.\n\n${head}\n\n${UNMARKED}\n`),
    expected: { shown: 'Yes, twice.', folded: `${head}\n\n${UNMARKED}` },
  })),
  ...FORMS.map(([title, text]) => ({
    title: `what is no head of a mail, ${title}`,
    raw: mailWith(TEXT, `${text}\n`),
    expected: { shown: text, folded: '' },
  })),
  {
    title: 'a quote of Thunderbird in HTML',
    raw: mailWith(
      ['Content-Type: text/html; charset=utf-8'],
      '<p>Yes.</p><div class="moz-cite-prefix">On 11/3/25 10:15, The Desk wrote:<br></div><blockquote type="cite"><p>Have you tried?</p></blockquote>',
    ),
    expected: { shown: 'Yes.', folded: 'On 11/3/25 10:15, The Desk wrote:\n\n\n> Have you tried?' },
  },
];
