import type { Delivery } from '../../src/mail/domain/delivery-report.ts';
import type { MailKind } from '../../src/mail/domain/mail-kind.ts';

/** What is to be read in a mail; what is left out may be anything. */
export interface Expected {
  readonly sender?: string | null;
  readonly name?: string;
  readonly subject?: string;
  /** The shown text, white space around it aside. */
  readonly shown?: string;
  /** The folded text, white space around it aside. */
  readonly folded?: string;
  readonly kind?: MailKind;
  /** Names of files in order. */
  readonly files?: readonly string[];
  readonly answers?: readonly string[];
  readonly reports?: readonly (readonly [address: string, delivery: Delivery, status: string | null])[];
  readonly reportedId?: string | null;
  readonly encrypted?: boolean;
  readonly writtenAt?: string | null;
  readonly faulty?: boolean;
}

/** A mail as a server would hand it over, and what is in it. */
export interface MailFixture {
  readonly title: string;
  readonly raw: Buffer;
  readonly expected: Expected;
}

export const ANNA = 'anna@example.org';

/** The fields that most mails have, without what tells of their content. */
export const COMMON_FIELDS: readonly string[] = [
  'Return-Path: <anna@example.org>',
  'Received: from mail.example.org by mx.desk.example; Mon, 3 Nov 2025 09:15:02 +0000',
  'From: Anna Berg <anna@example.org>',
  'To: support@desk.example',
  'Subject: The printer is silent',
  'Date: Mon, 3 Nov 2025 10:15:00 +0100',
  'Message-ID: <one@example.org>',
];

/** Lines with CR LF; a part that is bytes stands as it is. */
export function mailOf(...parts: readonly (string | Buffer)[]): Buffer {
  return Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part.replace(/\n/g, '\r\n')) : part)),
  );
}

/** A mail of the common fields, further ones, and a body; a field of `more` takes the place of the common one. */
export function mailWith(more: readonly string[], ...body: readonly (string | Buffer)[]): Buffer {
  const named = new Set(more.map(nameOf));
  const header = [...COMMON_FIELDS.filter((field) => !named.has(nameOf(field))), 'MIME-Version: 1.0', ...more];
  return mailOf(`${header.filter((field) => !field.endsWith(': -')).join('\n')}\n\n`, ...body);
}

/** A part of a multipart body, its header and its content. */
export function part(header: string, content: string): string {
  return `--edge\n${header}\n\n${content}\n`;
}

/** The parts of a multipart body between the boundary `edge`. */
export function parts(...all: readonly string[]): string {
  return `This is a message in several parts.\n${all.join('')}--edge--\n`;
}

function nameOf(field: string): string {
  return field.split(':')[0]?.toLowerCase() ?? '';
}
