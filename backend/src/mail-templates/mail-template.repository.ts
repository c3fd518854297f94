import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { DEFAULT_WORDS, type MailTemplate, type TemplateKind, type TemplateWords } from './domain/mail-template.ts';

interface TemplateRow {
  readonly subject: string | null;
  readonly body: string | null;
  readonly version: number;
}

const COLUMNS = 'subject, body, version';

/** Keeps what stands around answers that leave as mails. */
@Injectable()
export class MailTemplateRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(kind: TemplateKind, from: Pick<Transaction, 'query'> = this.dataSource): Promise<MailTemplate> {
    return only(kind, await from.query(`SELECT ${COLUMNS} FROM mail_templates WHERE kind = $1`, [kind]));
  }

  /** The same, which nobody else changes before the transaction ends. */
  async hold(transaction: Transaction, kind: TemplateKind): Promise<MailTemplate> {
    return only(
      kind,
      await transaction.query(`SELECT ${COLUMNS} FROM mail_templates WHERE kind = $1 FOR UPDATE`, [kind]),
    );
  }

  /** Without words the default counts. */
  async write(transaction: Transaction, kind: TemplateKind, words: TemplateWords | null): Promise<MailTemplate> {
    const [rows]: [TemplateRow[], number] = await transaction.query(
      `UPDATE mail_templates SET subject = $2, body = $3, version = version + 1, updated_at = now()
       WHERE kind = $1 RETURNING ${COLUMNS}`,
      [kind, words?.subject ?? null, words?.body ?? null],
    );
    return only(kind, rows);
  }
}

function only(kind: TemplateKind, [row]: readonly TemplateRow[]): MailTemplate {
  if (!row) throw new Error(`There is no template of the kind ${kind}`);
  const { subject, body, version } = row;
  if (subject === null || body === null) return { kind, ...DEFAULT_WORDS[kind], isDefault: true, version };
  return { kind, subject, body, isDefault: false, version };
}
