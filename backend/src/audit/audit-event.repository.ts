import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { NewAuditEvent } from './audit-event.ts';

@Injectable()
export class AuditEventRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert({ kind, actor, subject, details = {} }: NewAuditEvent, transaction?: Transaction): Promise<void> {
    await (transaction ?? this.dataSource).query(
      `INSERT INTO audit_events (kind, actor_id, via, address, subject_type, subject_id, subject_label, details)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        kind,
        actor.userId,
        actor.via,
        actor.address,
        subject?.type ?? null,
        subject?.id ?? null,
        subject?.label ?? null,
        actor.tokenId === null ? details : { ...details, token_id: actor.tokenId },
      ],
    );
  }
}
