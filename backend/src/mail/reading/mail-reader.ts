import { parseAddressHeader } from 'mailparser';
import { domainIn } from '../../contacts/mail-address.ts';
import { bareBody } from '../domain/bare-body.ts';
import { claimedDate } from '../domain/claimed-date.ts';
import {
  type DeliveryReport,
  reportedId,
  signedAddresses,
  statusReports,
  wordedReports,
} from '../domain/delivery-report.ts';
import type { FoldedText } from '../domain/folded-quote.ts';
import { withFoundBoundary } from '../domain/found-boundary.ts';
import { withMailLineEnds } from '../domain/line-ends.ts';
import { type MailAddress, addressIn, isAddress, shownName, withoutDots } from '../domain/mail-address.ts';
import { type MailFields, fieldOf, mailFields } from '../domain/mail-fields.ts';
import { mailKind, suppressesReplies } from '../domain/mail-kind.ts';
import { answeredIds, messageIds } from '../domain/message-ids.ts';
import type { MailFile, ReadMail } from '../domain/read-mail.ts';
import { headerAndBody } from '../domain/whole-header.ts';
import { decoded, headerInUtf8 } from './charsets.ts';
import { decodedWords } from './decoded-words.ts';
import { fileName } from './file-name.ts';
import { textOfHtml } from './html-text.ts';
import { foldedEnd, isArmored } from './machine-tail.ts';
import { mailIdentity } from './mail-identity.ts';
import { isCms, isEnveloped } from './opaque-cms.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { ParsedMail } from './parsed-mail.ts';
import { readableParts } from './readable-parts.ts';
import { withMarkedQuote } from './marked-quote.ts';
import { toldKind } from './told-kind.ts';
import { safeHtml } from './safe-html.ts';
import { standsFor } from './whole-words.ts';

const SENDERS = ['from', 'sender', 'reply-to', 'x-sender', 'x-from', 'return-path'] as const;
const REACHED = ['delivered-to', 'x-delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'] as const;
const SUBJECT_MAX = 1_000;
const HEADER_MAX = 256 * 1024;
/** A report holds one copy of the mail that it is about; of what says to be more so many are looked at. */
const COPIES_MAX = 10;
const NOTHING: ParsedMail = { text: '', html: null, textIsWhole: true, files: [] };
const ENCRYPTED = /^multipart\/encrypted|smime-type\s*=\s*"?(?:enveloped|authenveloped)-data/i;

/** Reads a mail as it came. Whatever is broken in it, it is read as far as it can be, and `fault` tells of the rest. */
export async function readMail(raw: Buffer, arrivedAt: Date): Promise<ReadMail> {
  const { whole, body, fields } = headOf(raw);
  const { parsed, fault } = await parts(Buffer.from(`${whole}\r\n\r\n${body}`, 'latin1'));
  const sender = senderOf(fields);
  const subject = oneLine(decodedWords(fieldOf(fields, 'subject')));
  const written = fault === null ? writtenText(parsed, bareBody(whole, body)) : '';
  const reachedAt = [...REACHED, 'to', 'cc'].flatMap((name) => addressesOf(fields, name)).map(({ address }) => address);
  const texts = foldedEnd(written, domainsOf(reachedAt));
  const kind = mailKind(fields, sender?.address ?? '', subject, toldKind(fields, parsed.files));
  const report = kind === 'delivery' ? reportIn(fields, parsed, { written, subject }) : null;
  const content = fault === null ? parsed : { ...NOTHING, text: body };
  return {
    identity: mailIdentity(fields, subject, content),
    messageId: messageIds(fieldOf(fields, 'message-id'))[0] ?? null,
    answers: answeredIds(fields),
    writtenAt: claimedDate(fieldOf(fields, 'date'), arrivedAt),
    sender,
    replyTo: addressesOf(fields, 'reply-to'),
    to: addressesOf(fields, 'to'),
    cc: addressesOf(fields, 'cc'),
    reachedAt,
    subject,
    ...texts,
    html: shownHtml(parsed, texts),
    files: parsed.files.map(mailFile),
    kind,
    suppressesReplies: suppressesReplies(fields),
    report,
    encrypted: ENCRYPTED.test(fieldOf(fields, 'content-type')) || parsed.files.some(isEncrypted) || isArmored(written),
    fault,
  };
}

/** Who a mail says it is from, read of its header alone, and of no more than its first 256 kB; null where no field holds an address. */
export function mailSender(raw: Buffer): MailAddress | null {
  return senderOf(headOf(raw.subarray(0, HEADER_MAX)).fields);
}

/** The header of a mail, in UTF-8 with one character for each byte, its fields, and what comes behind it. */
function headOf(raw: Buffer): { readonly whole: string; readonly body: string; readonly fields: MailFields } {
  const mail = withMailLineEnds(raw.toString('latin1'));
  const { header, body } = headerAndBody(mail);
  const whole = withFoundBoundary(headerInUtf8(header, mail), body);
  return { whole, body, fields: mailFields(storable(Buffer.from(whole, 'latin1').toString())) };
}

async function parts(mail: Buffer): Promise<{ readonly parsed: ParsedMail; readonly fault: string | null }> {
  try {
    return { parsed: await readableParts(mail), fault: null };
  } catch (error) {
    return {
      parsed: NOTHING,
      fault: storable(`Its parts cannot be read: ${error instanceof Error ? error.message : 'unknown'}`),
    };
  }
}

/** The first address of the first field that holds one, as it should be written or not. */
function senderOf(fields: MailFields): MailAddress | null {
  for (const name of SENDERS) {
    for (const value of fields.get(name) ?? []) {
      const found = addressesIn(value)[0] ?? addressIn(decodedWords(value));
      if (found) return found;
    }
  }
  return null;
}

function addressesOf(fields: MailFields, name: string): readonly MailAddress[] {
  return (fields.get(name) ?? []).flatMap(addressesIn);
}

function domainsOf(addresses: readonly string[]): ReadonlySet<string> {
  return new Set(addresses.map((address) => domainIn(address).toLowerCase()));
}

function addressesIn(value: string): readonly MailAddress[] {
  return parseAddressHeader(value, { flatten: true }).value.flatMap(({ name, address: written = '' }) => {
    const address = withoutDots(written);
    return isAddress(address) ? [{ name: storable(shownName(name)), address: storable(address) }] : [];
  });
}

/** The words of a mail, of its HTML where its text does not say them; where its parts are announced and never come, all that there is. */
function writtenText({ text, html, textIsWhole, files }: ParsedMail, body: string): string {
  if (text === '' && html === null && files.length === 0) {
    return storable(decoded(Buffer.from(body, 'latin1'), null)).replace(/\r\n/g, '\n');
  }
  if (html === null) return storable(text);
  const words = textOfHtml(html);
  return storable(words === null || (textIsWhole && standsFor(text, words)) ? text : words);
}

function isEncrypted(file: ParsedFile): boolean {
  return /^application\/pgp-encrypted\b/i.test(file.type) || (isCms(file) && isEnveloped(file.content));
}

/** The HTML of a mail, made safe, with its quote marked. */
function shownHtml({ html }: ParsedMail, { folded }: FoldedText): string | null {
  const safe = html === null ? null : safeHtml(html);
  return safe === null ? null : storable(withMarkedQuote(safe, folded));
}

function reportIn(
  fields: MailFields,
  parsed: ParsedMail,
  { written: text, subject }: { readonly written: string; readonly subject: string },
): DeliveryReport | null {
  const statuses = parsed.files.filter(({ type }) => /delivery-status/i.test(type)).map(contentOf);
  const copies = parsed.files
    .filter(({ type }) => /^(?:message\/(?:global|rfc822)|text\/rfc822)/i.test(type))
    .slice(0, COPIES_MAX);
  const told = statuses.flatMap(statusReports);
  const said = [...copies.map(contentOf), text];
  const recipients = told.length > 0 ? told : wordedReports(fields, text, subject);
  if (recipients.length === 0) return null;
  const messageId = said.map(reportedId).find((id) => id !== null) ?? answeredIds(fields)[0] ?? null;
  return { recipients, messageId, addresses: said.flatMap(signedAddresses) };
}

function contentOf({ content }: ParsedFile): string {
  return storable(content.toString('utf8'));
}

function mailFile({ name, type, content, inlineId }: ParsedFile, index: number): MailFile {
  return {
    name: fileName(name === null ? null : storable(name), type, index + 1),
    type: storable(type.toLowerCase()),
    content,
    inlineId: inlineId === null ? null : storable(inlineId),
  };
}

function oneLine(text: string): string {
  return [
    ...storable(text)
      .replace(/[\s\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
      .trim(),
  ]
    .slice(0, SUBJECT_MAX)
    .join('');
}

/** A text that the database takes: without NUL and halves of characters. */
function storable<T extends string | null>(text: T): T {
  return (text === null ? null : text.replace(/\0/g, '').toWellFormed()) as T;
}
