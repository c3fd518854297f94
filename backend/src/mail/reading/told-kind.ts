import { type MailFields, fieldOf } from '../domain/mail-fields.ts';
import type { MailKind } from '../domain/mail-kind.ts';
import type { ParsedFile } from './parsed-file.ts';

/** Parts that programs write to programs. */
const PARTS: readonly (readonly [type: RegExp, kind: MailKind])[] = [
  [/^message\/(?:global-)?delivery-status\b/i, 'delivery'],
  [/^message\/(?:global-)?disposition-notification\b/i, 'receipt'],
  [/^message\/feedback-report\b/i, 'complaint'],
  [/^application\/tlsrpt\b/i, 'statistics'],
];
/** How the report of a receiver is named that tells of the mails of a domain in a time (RFC 7489, 7.2.1.1). */
const AGGREGATE = /^[a-z0-9.-]+![a-z0-9.-]+!\d{5,}!\d{5,}(?:![\w.-]+)?\.(?:xml|xml\.gz|gz|zip)$/i;
const AGGREGATE_SUBJECT = /^\s*(?:dmarc aggregate )?report domain:/i;

/** What a part of a mail tells that is written for programs; null where a mail is for people. Whoever passes such a report on is a person. */
export function toldKind(fields: MailFields, files: readonly ParsedFile[]): MailKind | null {
  const told = PARTS.find(([type]) => files.some((file) => type.test(file.type)));
  if (told) return told[1];
  const isAggregate = files.length === 1 && files.every(({ name }) => AGGREGATE.test(name ?? ''));
  return isAggregate && AGGREGATE_SUBJECT.test(fieldOf(fields, 'subject')) ? 'statistics' : null;
}
