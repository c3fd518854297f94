import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { NewAuditEvent } from './audit-event.ts';
import { AuditEventRepository } from './audit-event.repository.ts';

/** The log of who did what. It only grows: the database refuses to change or delete an event. */
@Injectable()
export class AuditLog {
  constructor(
    private readonly events: AuditEventRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Keeps an event. With `transaction` it is kept exactly when the change it tells of is; of what comes through an API
   * token, the details also name the token.
   */
  async record(event: NewAuditEvent, transaction?: Transaction): Promise<void> {
    if (!transaction) {
      await this.unitOfWork.run((own) => this.record(event, own));
      return;
    }
    await this.events.insert(event, transaction);
    transaction.tell('audit_recorded', {});
  }
}
