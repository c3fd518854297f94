import { Readable, pipeline } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '../../audit/audit-log.service.ts';
import type { AuditFilter } from '../../audit/audit-entry.ts';
import { AuditTrail } from '../../audit/audit-trail.service.ts';
import type { Author } from '../../common/author.ts';
import { UsersService } from '../../users/users.service.ts';
import { type AuditRow, auditCsv, auditRow } from './audit-csv.ts';

/** Writes the audit log as a table for spreadsheets. */
@Injectable()
export class AuditExport {
  constructor(
    private readonly trail: AuditTrail,
    private readonly log: AuditLog,
    private readonly users: UsersService,
  ) {}

  /** The events of a filter as CSV, read from the database while they are sent. That they were taken out is an event too. */
  async csv(filter: AuditFilter, actor: Author): Promise<Readable> {
    const names = new Map((await this.users.all()).map(({ id, username }) => [id, username]));
    await this.log.record({ kind: 'audit_exported', actor, subject: { type: 'audit_log' }, details: { filter } });
    const csv = auditCsv();
    // Whatever goes wrong on either side ends the other; who reads the table sees it break off.
    pipeline(Readable.from(this.rows(filter, names)), csv, () => undefined);
    return csv;
  }

  private async *rows(filter: AuditFilter, names: ReadonlyMap<number, string>): AsyncGenerator<AuditRow> {
    for await (const entry of this.trail.all(filter)) yield auditRow(entry, names);
  }
}
