import { type MailFixture, mailOf, mailWith, part, parts } from './mail-fixture.ts';

const BOB = 'bob@customer.example';
const FROM_SERVER = ['From: Mail Delivery System <MAILER-DAEMON@mx.example>', 'Return-Path: <>'];
const REPORT = 'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"';
const WORDS = part('Content-Type: text/plain; charset=us-ascii', 'I could not deliver your mail.');
const ORIGINAL = part(
  'Content-Type: message/rfc822',
  'From: support@desk.example\nMessage-ID: <sent-7@desk.example>\n\nHello',
);

export const MACHINE_MAILS: readonly MailFixture[] = [
  {
    title: 'Postfix: no such user',
    raw: bounce(
      'Reporting-MTA: dns; mx.example\nX-Postfix-Queue-ID: 4Xy\n\nFinal-Recipient: rfc822; bob@customer.example\nOriginal-Recipient: rfc822;bob@customer.example\nAction: failed\nStatus: 5.1.1\nRemote-MTA: dns; mx.customer.example\nDiagnostic-Code: smtp; 550 5.1.1 <bob@customer.example>: Recipient address\n    rejected: User unknown',
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'hard', '5.1.1']], reportedId: 'sent-7@desk.example' },
  },
  {
    title: 'Postfix: mailbox full, given up',
    raw: bounce(
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; bob@customer.example\nAction: failed\nStatus: 4.2.2\nDiagnostic-Code: smtp; 452 4.2.2 Mailbox full',
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'soft', '4.2.2']] },
  },
  {
    title: 'Postfix: still trying',
    raw: bounce(
      'Reporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; bob@customer.example\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Thu, 6 Nov 2025 10:00:00 +0000',
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'delayed', '4.4.1']] },
  },
  {
    title: 'Exchange: two recipients, one of whom was reached',
    raw: bounce(
      'Reporting-MTA: dns;EX01.corp.example\nReceived-From-MTA: dns;mx.desk.example\n\nFinal-Recipient: rfc822;bob@customer.example\nAction: failed\nStatus: 5.7.1\nDiagnostic-Code: smtp;550 5.7.1 RESOLVER.RST.AuthRequired; authentication required\n\nFinal-Recipient: rfc822;eve@customer.example\nAction: relayed\nStatus: 2.0.0',
      ['From: Microsoft Outlook <postmaster@corp.example>', 'Subject: Undeliverable: Your ticket'],
    ),
    expected: {
      kind: 'delivery',
      reports: [
        [BOB, 'hard', '5.7.1'],
        ['eve@customer.example', 'delivered', '2.0.0'],
      ],
    },
  },
  {
    title: 'Gmail: the address was not found',
    raw: bounce(
      'Reporting-MTA: dns; googlemail.com\nArrival-Date: Mon, 03 Nov 2025 01:00:00 -0800 (PST)\nX-Original-Message-ID: <sent-7@desk.example>\n\nFinal-Recipient: rfc822; bob@customer.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550-5.1.1 The email account that you tried to reach does not exist.',
      ['From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>', 'In-Reply-To: <sent-7@desk.example>'],
      '',
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'hard', '5.1.1']], reportedId: 'sent-7@desk.example' },
  },
  {
    title: 'Exim: fields of its own, and words',
    raw: mailOf(
      'From: Mail Delivery System <Mailer-Daemon@exim.example>\nReturn-Path: <>\nX-Failed-Recipients: bob@customer.example\nAuto-Submitted: auto-replied\nSubject: Mail delivery failed: returning message to sender\n\nThis message was created automatically by mail delivery software.\n\nA message that you sent could not be delivered to one or more of its\nrecipients. This is a permanent error. The following address(es) failed:\n\n  bob@customer.example\n    SMTP error from remote mail server after RCPT TO:<bob@customer.example>:\n    550 5.1.1 no mailbox here\n\n------ This is a copy of the message, including all the headers. ------\n\nReturn-path: <support@desk.example>\nMessage-ID: <sent-7@desk.example>\nTo: bob@customer.example\n\nHello\n',
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'hard', '5.1.1']], reportedId: 'sent-7@desk.example' },
  },
  {
    title: 'qmail: words alone',
    raw: mailOf(
      "Return-Path: <>\nFrom: MAILER-DAEMON@qmail.example\nTo: support@desk.example\nSubject: failure notice\n\nHi. This is the qmail-send program at qmail.example.\nI'm afraid I wasn't able to deliver your message to the following addresses.\n\n<bob@customer.example>:\n192.0.2.1 does not like recipient.\nRemote host said: 452 try later\n\n--- Below this line is a copy of the message.\n\nReturn-Path: <support@desk.example>\nMessage-ID: <sent-7@desk.example>\n\nHello\n",
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'soft', null]], reportedId: 'sent-7@desk.example' },
  },
  {
    title: 'Sendmail: the header of the mail in place of the mail',
    raw: bounce(
      'Reporting-MTA: dns; sendmail.example\n\nFinal-Recipient: RFC822; <bob@customer.example>\nAction: failed\nStatus: 5.0.0',
      ['Subject: Returned mail: see transcript for details'],
      part('Content-Type: text/rfc822-headers', 'From: support@desk.example\nMessage-Id:\n <sent-7@desk.example>'),
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'hard', '5.0.0']], reportedId: 'sent-7@desk.example' },
  },
  {
    title: 'Amazon: a report that is declared as mixed parts',
    raw: bounce(
      'Reporting-MTA: dns; amazonses.com\n\nFinal-Recipient: rfc822; bob@customer.example\nDiagnostic-Code: smtp; 554 5.4.14 Hop count exceeded\nAction: failed',
      ['Content-Type: multipart/mixed; boundary=edge'],
    ),
    expected: { kind: 'delivery', reports: [[BOB, 'hard', '5.4.14']] },
  },
  {
    title: 'an address in UTF-8 (RFC 6533)',
    raw: mailWith(
      [...FROM_SERVER, 'Content-Type: multipart/report; report-type=delivery-status; boundary=edge'],
      parts(
        WORDS,
        part(
          'Content-Type: message/global-delivery-status',
          'Reporting-MTA: dns; x\n\nFinal-Recipient: utf-8; jürgen@customer.example\nAction: failed\nStatus: 5.1.1',
        ),
      ),
    ),
    expected: { kind: 'delivery', reports: [['jürgen@customer.example', 'hard', '5.1.1']] },
  },
  {
    title: 'that a mail was read',
    raw: mailWith(
      [
        'Content-Type: multipart/report; report-type=disposition-notification; boundary=edge',
        'Subject: Read: Your ticket',
      ],
      parts(
        WORDS,
        part(
          'Content-Type: message/disposition-notification',
          'Final-Recipient: rfc822; bob@customer.example\nDisposition: manual-action/MDN-sent-manually; displayed',
        ),
      ),
    ),
    expected: { kind: 'receipt', reports: [] },
  },
  ...(
    [
      ['a vacation as RFC 3834 has it', 'reply', ['Auto-Submitted: auto-replied (vacation)']],
      ['a vacation of an old program', 'reply', ['X-Autoreply: yes', 'Precedence: bulk']],
      ['a vacation that says so by precedence', 'reply', ['Precedence: auto_reply']],
      ['a vacation of Outlook', 'reply', ['X-Auto-Response-Suppress: All', 'Subject: Automatic reply: Your ticket']],
      ['a vacation in German without a field', 'reply', ['Subject: Automatische Antwort: Ihr Ticket']],
      ['a vacation in French without a field', 'reply', ['Subject: Réponse automatique : votre ticket']],
      ['a vacation in Japanese without a field', 'reply', ['Subject: =?utf-8?B?6Ieq5YuV5b+c562U?=: Ticket']],
      ['a notice of a program', 'automatic', ['Auto-Submitted: auto-generated']],
      ['a notice with the null return path', 'automatic', ['Return-Path: <>']],
      ['a mass mail', 'automatic', ['Precedence: bulk']],
      ['a mailing list', 'list', ['List-Id: <users.example.org>', 'Precedence: list']],
      ['a newsletter', 'list', ['List-Unsubscribe: <mailto:leave@example.org>']],
      ['a person whose program says that it is none', 'person', ['Auto-Submitted: no']],
      ['a person who asks about automatic replies', 'person', ['Subject: My automatic reply does not work']],
      ['a person whose program wants no automatic answers', 'person', ['X-Auto-Response-Suppress: OOF']],
    ] as const
  ).map(([title, kind, fields]): MailFixture => ({
    title,
    raw: mailWith(fields, 'I am away.'),
    expected: { kind, reports: [] },
  })),
];

function bounce(status: string, more: readonly string[] = [], copy = ORIGINAL): Buffer {
  const named = new Set(more.map((field) => field.split(':')[0]));
  const fields = [...FROM_SERVER, REPORT, 'Subject: Undelivered Mail Returned to Sender'];
  return mailWith(
    [...fields.filter((field) => !named.has(field.split(':')[0] ?? '')), ...more],
    parts(WORDS, part('Content-Type: message/delivery-status', status), copy),
  );
}
