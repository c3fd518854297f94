import { type MailFixture, mailWith } from './mail-fixture.ts';

const TEXT = ['Content-Type: text/plain; charset=utf-8'];
const UNMARKED = 'Have you tried it again?\n\nThe desk';

/** What programs put above a quote without marks, in further languages. */
const ANNOUNCED: readonly (readonly [language: string, sentence: string])[] = [
  ['Danish', 'Den man. 3. nov. 2025 kl. 10.15 skrev The Desk <support@desk.example>:'],
  ['Finnish', 'ma 3. marrask. 2025 klo 10.15 The Desk (support@desk.example) kirjoitti:'],
  ['Icelandic', 'Þann mán., 3. nóv. 2025 kl. 10:15 skrifaði The Desk <support@desk.example>:'],
  ['Latvian', 'pirmd., 2025. g. 3. nov., plkst. 10:15 — lietotājs The Desk (<support@desk.example>) rakstīja:'],
  ['Slovene', 'V pon., 3. nov. 2025 ob 10:15 je oseba The Desk <support@desk.example> napisala:'],
  ['Serbian', 'пон, 3. нов 2025. у 10:15 The Desk <support@desk.example> је написао/ла:'],
  ['Macedonian', 'На пон., 3 ное. 2025 во 10:15 The Desk <support@desk.example> напиша:'],
  ['Ukrainian', 'пн, 3 лист. 2025 р. о 10:15 The Desk <support@desk.example> пише:'],
  ['Belarusian', 'пн, 3 лістап. 2025 у 10:15 The Desk <support@desk.example> напісаў:'],
  ['Greek', 'Στις Δευ 3 Νοε 2025 στις 10:15 π.μ., ο χρήστης The Desk <support@desk.example> έγραψε:'],
  ['Catalan', 'Missatge de The Desk <support@desk.example> del dl., 3 de nov. 2025 a les 10:15 va escriure:'],
  ['Galician', 'O luns, 3 de nov. de 2025 ás 10:15, The Desk (<support@desk.example>) escribiu:'],
  ['Basque', 'The Desk <support@desk.example> igorleak hau idatzi du (2025 aza. 3, al. (10:15)):'],
  ['Afrikaans', 'Op Ma. 3 Nov. 2025 om 10:15 het The Desk <support@desk.example> geskryf:'],
  ['Vietnamese', 'Vào Th 2, 3 thg 11, 2025 vào lúc 10:15 The Desk <support@desk.example> đã viết:'],
  ['Indonesian', 'Pada tanggal Sen, 3 Nov 2025 pukul 10.15 The Desk <support@desk.example> menulis:'],
  ['Thai', 'ในวันที่ จ. 3 พ.ย. 2568 เวลา 10:15 The Desk <support@desk.example> เขียนว่า:'],
  ['Hindi', 'सोम, 3 नव॰ 2025 को 10:15 बजे The Desk <support@desk.example> ने लिखा:'],
  ['Bengali', 'সোম, ৩ নভে, ২০২৫ এ ১০:১৫ এ তে The Desk <support@desk.example> লিখেছেন:'],
  ['Tamil', 'திங்., 3 நவ., 2025, முற்பகல் 10:15 அன்று, The Desk <support@desk.example> எழுதியது:'],
  ['Persian', 'در تاریخ دوشنبه ۳ نوامبر ۲۰۲۵، ساعت ۱۰:۱۵ The Desk <support@desk.example> نوشت:'],
  ['Urdu', 'پیر، 3 نومبر، 2025 کو 10:15 بجے The Desk <support@desk.example> نے لکھا:'],
  ['Armenian', 'երկ, 3 նոյ. 2025 թ., 10:15 The Desk <support@desk.example> գրել է:'],
  ['Georgian', 'ორშ, 3 ნოე, 2025, 10:15 საათზე The Desk <support@desk.example> დაწერა:'],
  ['Azerbaijani', 'The Desk <support@desk.example> 3 Noy 2025, B.e. saat 10:15 tarixində yazıb:'],
  ['Kazakh', 'дс, 3 қар. 2025 ж. 10:15 The Desk <support@desk.example> жазды:'],
  ['Mongolian', '2025 оны 11-р сарын 3, Да 10:15 цагт The Desk <support@desk.example> бичсэн:'],
  ['Albanian', 'Më hën, 3 nën 2025 në 10:15 The Desk <support@desk.example> shkroi:'],
  ['Esperanto', 'Je lun, 3 nov 2025 je 10:15 The Desk <support@desk.example> skribis:'],
  ['Welsh', 'Ar Llun, 3 Tach 2025 am 10:15, ysgrifennodd The Desk <support@desk.example>:'],
  ['Swahili', 'Mnamo Jtt, 3 Nov 2025 saa 10:15 The Desk <support@desk.example> aliandika:'],
  ['Traditional Chinese', 'The Desk <support@desk.example> 於 2025年11月3日 週一 上午10:15寫道：'],
  ['Burmese', '2025 နိုဝင်ဘာ 3 10:15 တွင် The Desk <support@desk.example> က ရေးသားခဲ့သည်:'],
  ['French of Canada', 'Le lun. 3 nov. 2025, à 10 h 15, The Desk <support@desk.example> a écrit :'],
  ['English of Roundcube, without an address', 'On 2025-11-03 10:15, The Desk wrote:'],
  ['English with two digits of the year', 'On 11/3/25 10:15 AM, The Desk wrote:'],
  ['English over three lines', 'On Mon, Nov 3, 2025 at\n10:15 AM The Desk\n<support@desk.example> wrote:'],
  ['English of somebody else', 'On 12 May 2025 at 10:30, The Shop <shop@x.example> wrote:'],
  ['Chinese of a program that says nothing', '2025-11-03 10:15:02, "The Desk" <support@desk.example>:'],
  ['Russian of a program that says nothing, of an alias', '03.11.2025, 10:15, Служба Помощи <help@desk.example>:'],
];

/** What people write above words of their own. */
const OWN: readonly (readonly [title: string, text: string])[] = [
  ['a moment and an address', '12.05. 10:30, mail from <shop@x.example>:\nThey say it is on its way. It is not.'],
  [
    'a whole date and an address',
    '12.05.2025 10:30, mail from <shop@x.example>:\nThey say it is on its way. It is not.',
  ],
  ['a named address', '12.05.2025 10:30, mail from the shop <shop@x.example>:\nNothing came of it.'],
  ['the like of a program, of somebody else', '12.05.2025, 10:30, Shop <shop@x.example>:\nNothing came of it.'],
  ['German', 'Am 12.05.2025 um 10:30 kam eine Mail von <shop@x.example>:\nSie liefern nicht.'],
  ['German, who wrote oneself', 'Am 12.05.2025 um 10:30 schrieb ich an <shop@x.example>:\nKeine Antwort.'],
  [
    'German, who was written to',
    'Am 12.05.2025 um 10:30 schrieb mir Ihr Kollege <bob@x.example>:\nEs wird ersetzt. Wann?',
  ],
  ['German without a time', 'Am 12. Mai schrieb Ihr Kollege <bob@x.example>:\nEs wird ersetzt. Wann?'],
  ['English, who wrote oneself', 'On 12 May 2025 at 10:30 I wrote to <shop@x.example>:\nNobody has answered.'],
  [
    'English, who was written to',
    'On 12 May 2025 at 10:30 your shop <shop@x.example> wrote to me:\nI shall wait. How long?',
  ],
  ['English without a day', 'On the phone your colleague wrote:\nnothing down, it seems.'],
  ['English of a day alone', 'On 12 May your colleague <bob@x.example> wrote:\nwe will refund it. Nothing came.'],
  ['French', 'Le 12/05/2025 à 10:30, mail de <shop@x.example> :\nRien ne vient.'],
  ['French, who was written to', "Le 12/05/2025 à 10:30, M. Blanc <b@x.example> m'a écrit :\nRien ne vient."],
  ['Spanish', 'El 12/05/2025 a las 10:30, correo de <shop@x.example>:\nNo llegó nada.'],
  ['Spanish, who was written to', 'El 12/05/2025 a las 10:30 me escribió <shop@x.example>:\nNo llegó nada.'],
  ['Italian', 'Il 12/05/2025 alle 10:30, mail da <shop@x.example>:\nNon è arrivato niente.'],
  ['Dutch', 'Op 12-05-2025 om 10:30, mail van <shop@x.example>:\nEr kwam niets.'],
  ['Swedish', 'Den 12/5 2025 kl 10:30, mejl från <shop@x.example>:\nInget kom.'],
  ['Polish', 'Dnia 12.05.2025 o 10:30, mail od <shop@x.example>:\nNic nie przyszło.'],
  ['Czech', 'Dne 12. 5. 2025 v 10:30 e-mail od <shop@x.example>:\nNic nepřišlo.'],
  ['Russian', '12.05.2025 в 10:30 письмо от <shop@x.example>:\nНичего не пришло.'],
  ['Turkish', '12.05.2025 10:30, <shop@x.example> adresinden gelen posta:\nHiçbir şey gelmedi.'],
  ['Japanese', '2025年5月12日 10:30 に <shop@x.example> から届いたメール：\n何も届きません。'],
  ['Chinese', '2025年5月12日 10:30 收到 <shop@x.example> 的邮件：\n什么都没有到。'],
  ['Korean', '2025년 5월 12일 10:30 <shop@x.example> 에서 온 메일:\n아무것도 오지 않았습니다.'],
  ['Arabic', 'في 12.05.2025 الساعة 10:30 بريد من <shop@x.example>:\nلم يصل شيء.'],
  [
    'what happened, by moments',
    '12.05.2025 10:30 <shop@x.example>:\nordered\n13.05.2025 11:00 <post@x.example>:\nlost',
  ],
  ['a journey', 'From: Cologne\nTo: Berlin\nDate: 12.05.2025 10:30\nThe train did not come.'],
  ['a journey, German', 'Von: Köln\nNach: Berlin\nDatum: 12.05.2025\nDer Zug kam nicht.'],
];

export const TOLD_QUOTE_MAILS: readonly MailFixture[] = [
  ...ANNOUNCED.map(([language, sentence]) => ({
    title: `a quote without marks below words of a program, ${language}`,
    raw: mailWith(TEXT, `Yes, twice.\n\n${sentence}\n\n${UNMARKED}\n`),
    expected: { shown: 'Yes, twice.', folded: `${sentence}\n\n${UNMARKED}` },
  })),
  ...OWN.map(([title, text]) => ({
    title: `words of one's own below a line of one's own, ${title}`,
    raw: mailWith(TEXT, `Hello,\n\n${text}\n\nAnna\n`),
    expected: { shown: `Hello,\n\n${text}\n\nAnna`, folded: '' },
  })),
];
