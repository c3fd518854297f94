import fc from 'fast-check';
import { EVERY_MAIL } from '../../../test/mails/every-mail.ts';
import { HEAD_MAILS } from '../../../test/mails/head-mails.ts';
import { OPAQUE_MAILS } from '../../../test/mails/opaque-mails.ts';
import { QUOTE_MAILS } from '../../../test/mails/quote-mails.ts';
import { TOLD_QUOTE_MAILS } from '../../../test/mails/told-quote-mails.ts';
import { type Expected, type MailFixture, mailWith, part, parts } from '../../../test/mails/mail-fixture.ts';
import type { ReadMail } from '../domain/read-mail.ts';
import { readMail } from './mail-reader.ts';

const ARRIVED = new Date('2025-11-03T09:15:02Z');

describe('reading a mail', () => {
  test.each(EVERY_MAIL)('reads $title', async ({ raw, expected }) => {
    const seen = summary(await readMail(raw, ARRIVED));
    expect(seen).toMatchObject(expected);
  });

  it('is tried with as many kinds of mail as it promises', () => {
    expect(new Set(EVERY_MAIL.map(({ title }) => title)).size).toBe(EVERY_MAIL.length);
    expect(EVERY_MAIL.length).toBeGreaterThanOrEqual(60);
  });

  it('shows and folds the whole text, to the letter', async () => {
    const body = '  Yes.\n\n\tOn Mon, 3 Nov 2025 Ann <a@x.example> wrote:\n>  a \n\n>b\n  \n';
    const { text, folded } = await readMail(Buffer.from(`From: a@x.example\n\n${body}`), ARRIVED);
    expect([text, folded]).toEqual(['  Yes.\n\n', body.slice(8)]);
  });

  it.each([...QUOTE_MAILS, ...TOLD_QUOTE_MAILS, ...HEAD_MAILS, ...OPAQUE_MAILS].filter(isPlain))(
    'shows and folds all of $title',
    async ({ raw }) => {
      const { text, folded } = await readMail(raw, ARRIVED);
      const [, ...body] = raw.toString().split('\r\n\r\n');
      expect(text + folded).toBe(body.join('\n\n').replaceAll('\r\n', '\n'));
    },
  );

  it('gives nothing with a NUL, which the database does not take', async () => {
    const raw = 'From: a@x.example\nMessage-ID: <o\0ne@x>\nReferences: <t\0wo@x>\nSubject: a\0b\n\na\0b\n';
    const { messageId, answers, subject, text } = await readMail(Buffer.from(raw), ARRIVED);
    expect([messageId, answers, subject, text]).toEqual(['one@x', ['two@x'], 'ab', 'ab\n']);
  });

  it.each([
    [
      'This mail needs an HTML reader.',
      '<p>The printer on the second floor is silent</p>',
      'The printer on the second floor is silent',
    ],
    [
      'The printer is *silent*',
      '<p>The printer is <b>silent</b>. <a href="https://x.example/a/b">More</a></p>',
      'The printer is *silent*',
    ],
  ])('shows what the HTML says where the text does not: %s', async (plain, html, shown) => {
    const body = parts(part('Content-Type: text/plain', plain), part('Content-Type: text/html', html));
    const { text } = await readMail(mailWith(['Content-Type: multipart/alternative; boundary=edge'], body), ARRIVED);
    expect(text.trim()).toBe(shown);
  });

  it('takes no address on a line of its own for a report of delivery', async () => {
    const { kind, report } = await readMail(Buffer.from('From: a@x.example\n\nWrite to\nbob@x.example\n'), ARRIVED);
    expect([kind, report]).toEqual(['person', null]);
  });

  it('never throws at broken bytes, and finds the sender wherever its field is whole', async () => {
    const mails = EVERY_MAIL.filter(({ raw }) => raw.length < 20_000);
    const changes = fc.array(fc.record({ at: fc.nat(20_000), byte: fc.integer({ min: -1, max: 255 }) }), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...mails), changes, async ({ raw, expected }, broken) => {
        const mail = withChanges(raw, broken);
        const { sender, text, folded, fault } = await readMail(mail, ARRIVED);
        expect(fault === null || text + folded === '').toBe(true);
        if (hasWholeSender(mail, expected)) expect(sender).not.toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});

function summary(mail: ReadMail): Expected {
  const { sender, text, folded, files, report, writtenAt, fault, ...same } = mail;
  return {
    ...same,
    sender: sender?.address ?? null,
    name: sender?.name ?? '',
    shown: text.trim(),
    folded: folded.trim(),
    files: files.map(({ name }) => name),
    reports: report?.recipients.map(({ address, delivery, status }) => [address, delivery, status] as const) ?? [],
    reportedId: report?.messageId ?? null,
    writtenAt: writtenAt?.toISOString() ?? null,
    faulty: fault !== null,
  };
}

/** A mail in which bytes are replaced, or left away where the byte is -1. */
function withChanges(raw: Buffer, changes: readonly { readonly at: number; readonly byte: number }[]): Buffer {
  const bytes: number[] = [...raw];
  for (const { at, byte } of changes) bytes.splice(at % (bytes.length + 1), 1, ...(byte < 0 ? [] : [byte]));
  return Buffer.from(bytes);
}

/** Whether the line of the sender, and those before it, are as they were written, so that nobody could miss it. */
function hasWholeSender(mail: Buffer, { sender }: Expected): boolean {
  return (
    typeof sender === 'string' &&
    /^(?:[!-9;-~]+: [^\r\n]*\r\n)*From: [^\r\n]*<anna@example\.org>\r\n/.test(mail.toString('latin1'))
  );
}

function isPlain({ raw }: MailFixture): boolean {
  return !/text\/html|multipart|enriched|pkcs7|octet-stream|base64|zip|euc-kr/.test(raw.toString('latin1'));
}
