import { type Expected, type MailFixture, mailWith, part, parts } from './mail-fixture.ts';

const SERVER = ['Return-Path: <>', 'From: Mail Delivery System <mailer-daemon@mx.example>', 'Message-ID: -'];
const BOB = 'bob@customer.example';

/** Vacation notices that say by their subject alone what they are, in further languages. */
const AWAY: readonly (readonly [language: string, subject: string])[] = [
  ['Danish', 'Automatisk svar: Billet'],
  ['Swedish', 'Autosvar: Ärende'],
  ['Icelandic', 'Sjálfvirkt svar: Miði'],
  ['Romanian', 'Răspuns automat: Tichet'],
  ['Croatian', 'Automatski odgovor: Karta'],
  ['Slovak', 'Automatická odpoveď: Lístok'],
  ['Slovene', 'Samodejni odgovor: Listek'],
  ['Bulgarian', 'Автоматичен отговор: Билет'],
  ['Serbian', 'Аутоматски одговор: Карта'],
  ['Lithuanian', 'Automatinis atsakymas: Bilietas'],
  ['Latvian', 'Automātiska atbilde: Biļete'],
  ['Estonian', 'Automaatvastus: Pilet'],
  ['Catalan', 'Resposta automàtica: Tiquet'],
  ['Vietnamese', 'Trả lời tự động: Vé'],
  ['Thai', 'ตอบกลับอัตโนมัติ: ตั๋ว'],
  ['Indonesian', 'Balasan otomatis: Tiket'],
  ['Persian', 'پاسخ خودکار: بلیط'],
  ['Chinese', '自动答复: 票'],
  ['Japanese', '自動返信: チケット'],
];

/** Reports of servers that keep to no form. */
const WORDED: readonly (readonly [title: string, subject: string, words: string, reports: Expected['reports']])[] = [
  [
    'Exim: still trying',
    'Warning: message 1abc-0001 delayed 24 hours',
    `A message that you sent has not yet been delivered to one or more of its\nrecipients after more than 24 hours:\n\n  ${BOB}\n`,
    [[BOB, 'delayed', null]],
  ],
  [
    'Postfix of old: still trying',
    'Delayed Mail (still being retried)',
    `<${BOB}>: connect to mx.customer.example: Connection timed out\n${BOB}\n`,
    [[BOB, 'delayed', null]],
  ],
  [
    'Domino: not listed',
    'DELIVERY FAILURE: User bob not listed in Domino Directory',
    `Your message was not delivered to:\n\n  ${BOB}\n\nbecause:\n\n  550 5.1.1 User bob not listed\n`,
    [[BOB, 'hard', '5.1.1']],
  ],
  [
    'Mimecast: refused',
    '[Postmaster] Email Delivery Failure',
    `The message was not delivered to:\n${BOB}\n550 5.7.1 prohibited\n`,
    [[BOB, 'hard', '5.7.1']],
  ],
  ['OVH, in French', 'Echec de remise : Billet', `<${BOB}>:\n452 4.2.2 pleine\n`, [[BOB, 'soft', '4.2.2']]],
  [
    'NetEase, in Chinese',
    '系统退信',
    `您的邮件被退回来了:\n\n收件人：${BOB}\n退信原因：550 5.1.1 User not found\n`,
    [[BOB, 'hard', '5.1.1']],
  ],
  ['Tencent, without an address on a line of its own', '来自qq.com的退信', '收件人邮件地址不存在', []],
];

/** Mails of kinds that are seldom seen. */
export const ODD_MAILS: readonly MailFixture[] = [
  ...AWAY.map(([language, subject]) => ({
    title: `a vacation without a field, ${language}`,
    raw: mailWith([`Subject: ${subject}`], 'I am away.'),
    expected: { kind: 'reply' as const },
  })),
  ...WORDED.map(([title, subject, words, reports = []]) => ({
    title: `in words: ${title}`,
    raw: mailWith([...SERVER, `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8'], words),
    expected: { kind: 'delivery' as const, reports },
  })),
  {
    title: 'an address that a report writes in xtext',
    raw: mailWith(
      [...SERVER, 'Content-Type: multipart/report; report-type=delivery-status; boundary=edge'],
      parts(
        part(
          'Content-Type: message/delivery-status',
          'Reporting-MTA: dns; mx\n\nOriginal-Recipient: rfc822;bob+2Btag@customer.example\nFinal-Recipient: rfc822;bob+tag@customer.example\nAction: failed\nStatus: 5.1.1\n\nOriginal-Recipient: rfc822;eve+42@customer.example\nFinal-Recipient: rfc822;eve@customer.example\nAction: failed\nStatus: 5.1.1',
        ),
      ),
    ),
    expected: {
      reports: [
        ['bob+tag@customer.example', 'hard', '5.1.1'],
        ['eve+42@customer.example', 'hard', '5.1.1'],
      ],
    },
  },
  {
    title: 'that a mail was deleted, declared as mixed parts',
    raw: mailWith(
      ['Content-Type: multipart/mixed; boundary=edge'],
      parts(
        part('Content-Type: text/plain', 'Not read'),
        part(
          'Content-Type: message/disposition-notification',
          `Final-Recipient: rfc822; ${BOB}\nDisposition: x; deleted`,
        ),
      ),
    ),
    expected: { kind: 'receipt' },
  },
  {
    title: 'a thousand files, more than the library reads',
    raw: mailWith(
      ['Content-Type: multipart/mixed; boundary=edge'],
      parts(
        ...Array.from({ length: 1_000 }, (_, at) =>
          part(`Content-Type: text/plain\nContent-Disposition: attachment; filename=${String(at)}.txt`, 'x'),
        ),
      ),
    ),
    expected: { sender: 'anna@example.org', faulty: true, files: [] },
  },
  {
    title: 'ids that were folded in their middle',
    raw: mailWith(
      [
        'References: <one@desk.example>\n <two@des\n k.example> <no id at all>\n\t<three\n 3@desk.example>',
        'In-Reply-To: <three\n 3@desk.example>',
      ],
      'Hi',
    ),
    expected: { answers: ['three3@desk.example', 'two@desk.example', 'one@desk.example'] },
  },
  {
    title: 'an address within quotes of one stroke',
    raw: mailWith(["From: 'Anna Berg' <'anna@example.org'>"], 'Hi'),
    expected: { sender: 'anna@example.org', name: 'Anna Berg' },
  },
  {
    title: 'a mail within, of which ids, number and address are its own',
    raw: mailWith(
      ['Content-Type: multipart/mixed; boundary=edge'],
      parts(
        part('Content-Type: text/plain', 'See below'),
        part(
          'Content-Type: message/rfc822',
          'Message-ID: <inner@desk.example>\nIn-Reply-To: <other@desk.example>\nReferences: <other@desk.example>\nFrom: eve@x.example\nSubject: [#5] x\n\nInner',
        ),
      ),
    ),
    expected: { sender: 'anna@example.org', answers: [], shown: 'See below', subject: 'The printer is silent' },
  },
];
