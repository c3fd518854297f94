import { BROKEN_MAILS } from './broken-mails.ts';
import { CHARSET_MAILS } from './charset-mails.ts';
import { HEAD_MAILS } from './head-mails.ts';
import { HEADER_MAILS } from './header-mails.ts';
import { MACHINE_MAILS } from './machine-mails.ts';
import type { MailFixture } from './mail-fixture.ts';
import { ODD_MAILS } from './odd-mails.ts';
import { OPAQUE_MAILS } from './opaque-mails.ts';
import { PART_MAILS } from './part-mails.ts';
import { QUOTE_MAILS } from './quote-mails.ts';
import { TOLD_QUOTE_MAILS } from './told-quote-mails.ts';

/** Every mail that the desk is tried with, no two of one title. */
export const EVERY_MAIL: readonly MailFixture[] = [
  ...HEADER_MAILS,
  ...BROKEN_MAILS,
  ...CHARSET_MAILS,
  ...PART_MAILS,
  ...MACHINE_MAILS,
  ...QUOTE_MAILS,
  ...ODD_MAILS,
  ...TOLD_QUOTE_MAILS,
  ...HEAD_MAILS,
  ...OPAQUE_MAILS,
];
