import { Injectable } from '@nestjs/common';
import { type KeysetPosition, cutPage, decodeCursor } from '../common/http/keyset-cursor.ts';
import { inPages } from '../common/in-pages.ts';
import type { AuditEntry, AuditFilter, AuditPage } from './audit-entry.ts';
import { AuditTrailRepository } from './audit-trail.repository.ts';

const BATCH = 1000;

/** Reads the audit log, newest first. */
@Injectable()
export class AuditTrail {
  constructor(private readonly trail: AuditTrailRepository) {}

  /** @throws ValidationFailed for a cursor that is none. */
  async page(filter: AuditFilter, { limit, cursor }: { limit: number; cursor?: string }): Promise<AuditPage> {
    const after = cursor === undefined ? null : decodeCursor(cursor);
    const found = await this.trail.slice(filter, after, limit + 1);
    const { shown: entries, next } = cutPage(found, limit, (last) => last);
    return { entries, next };
  }

  /** All events of a filter, one after another; of a long log only a batch is held in memory. */
  all(filter: AuditFilter): AsyncGenerator<AuditEntry> {
    const slice = (after: KeysetPosition | null, size: number) => this.trail.slice(filter, after, size);
    return inPages(BATCH, null, slice, positionOf);
  }
}

function positionOf({ at, id }: AuditEntry): KeysetPosition {
  return { createdAt: at, id };
}
