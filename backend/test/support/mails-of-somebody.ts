import iconv from 'iconv-lite';
import { mailOf } from '../mails/mail-fixture.ts';

/** Somebody of whom nothing else on a desk has a word: a stem of all their words, a name and the first part of an address. */
export const STEM = 'quokka';
export const NAME = 'Zebrawallaby Ürgel';
export const ADDRESS = 'okapi.numbat@example.org';

let written = 0;

interface Fields {
  readonly from?: string;
  readonly subject?: string;
  readonly more?: readonly string[];
}

const encoded = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;
const signs = (text: string, charset: string) =>
  [...iconv.encode(text, charset)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
const inLines = (base64: string) => base64.match(/.{1,76}/g)?.join('\n') ?? '';

/** A mail of theirs: its fields, then its body as it is. */
export function theirMail({ from, subject = `About the ${STEM}subject`, more = [] }: Fields, body: string): Buffer {
  written += 1;
  const fields = [
    `From: ${from ?? `${encoded(NAME)} <${ADDRESS}>`}`,
    'To: support@desk.example',
    `Subject: ${subject}`,
    'Date: Mon, 3 Nov 2025 10:15:00 +0100',
    `Message-ID: <${String(written)}.${STEM}@okapi.example>`,
    'MIME-Version: 1.0',
    ...more,
  ];
  return mailOf(`${fields.join('\n')}\n\n${body}`);
}

const named = (name: string) =>
  `Content-Type: application/pdf\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment; ${name}\n\n` +
  `${inLines(Buffer.from(`%PDF of a ${STEM}pdf`).toString('base64'))}\n`;

/** One mail in each way in which words come in mails; `answers` are fields by which it belongs to a ticket. */
export function mailsInAllWays(...answers: readonly string[]): readonly Buffer[] {
  const mixed = 'Content-Type: multipart/mixed; boundary=edge';
  return [
    // HTML as base64.
    theirMail(
      { more: ['Content-Type: text/html; charset=utf-8', 'Content-Transfer-Encoding: base64', ...answers] },
      inLines(Buffer.from(`<p>The <b>${STEM}html</b> of ${NAME}, ${ADDRESS}</p>`.repeat(4)).toString('base64')),
    ),
    // Quoted-printable of Windows-1252, softly broken.
    theirMail(
      {
        subject: `=?windows-1252?Q?${signs(`${STEM}übrig`, 'windows-1252')}?=`,
        more: [
          'Content-Type: text/plain; charset=windows-1252',
          'Content-Transfer-Encoding: quoted-printable',
          ...answers,
        ],
      },
      `${signs(`Die ${STEM}`, 'windows-1252')}=\nprintable.=20\n`,
    ),
    // UTF-16.
    theirMail(
      { more: ['Content-Type: text/plain; charset=utf-16le', 'Content-Transfer-Encoding: base64', ...answers] },
      inLines(iconv.encode(`A ${STEM}wide, ${NAME}`, 'utf-16le').toString('base64')),
    ),
    // Files whose names are encoded, one after the other way, and a mail within the mail.
    theirMail(
      { subject: `${encoded(`A ${STEM}`)}\n ${encoded('words')}`, more: [mixed, ...answers] },
      [
        `--edge\nContent-Type: text/plain\n\nSee the ${STEM}files.\n`,
        `--edge\n${named(`filename="${encoded(`${STEM}name.pdf`)}"`)}`,
        `--edge\n${named(`filename*0*=UTF-8''%71uokka; filename*1*=%6eame.pdf`)}`,
        `--edge\nContent-Type: message/rfc822\n\nFrom: ${NAME} <${ADDRESS}>\nSubject: ${encoded(`${STEM}nested`)}\n` +
          `Message-ID: <inner@okapi.example>\nMIME-Version: 1.0\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\n` +
          `${inLines(Buffer.from(`The ${STEM}within`).toString('base64'))}\n`,
        '--edge--\n',
      ].join(''),
    ),
    // Nobody is there.
    theirMail(
      { subject: `Out of office: ${STEM}away`, more: ['Auto-Submitted: auto-replied', ...answers] },
      `I am at the ${STEM}beach. ${NAME}`,
    ),
  ];
}

/** What a server tells of a mail that did not arrive, with the fields of that. */
export function bounceOf(messageId: string): Buffer {
  written += 1;
  return mailOf(
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example',
      'To: support@desk.example',
      `Message-ID: <report${String(written)}@mx.example>`,
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=edge',
      '',
      `--edge\nContent-Type: text/plain\n\n${ADDRESS} is not here.\n`,
      '--edge\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.example\n',
      `Final-Recipient: rfc822; ${ADDRESS}\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <${ADDRESS}> unknown\n`,
      `--edge\nContent-Type: text/rfc822-headers\n\nMessage-ID: <${messageId}>\nTo: ${encoded(NAME)} <${ADDRESS}>\nSubject: Re: ${STEM}returned\n`,
      '--edge--\n',
    ].join('\n'),
  );
}
