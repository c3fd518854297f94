import type { DataSource } from 'typeorm';
import { AuditEventRepository } from '../audit/audit-event.repository.ts';
import { SYSTEM } from '../common/author.ts';
import { type PublicSettings, settingChanges } from '../config/public-settings.ts';

/**
 * Keeps in the audit log with which settings the desk runs: all of them at the first start, and what is different
 * whenever it starts with others.
 */
export async function noteSettings(dataSource: DataSource, settings: PublicSettings): Promise<void> {
  const [newest]: { settings: PublicSettings }[] = await dataSource.query(
    `SELECT details -> 'settings' AS settings FROM audit_events WHERE kind = 'settings_changed'
     ORDER BY occurred_at DESC, id DESC LIMIT 1`,
  );
  const changes = newest ? settingChanges(newest.settings, settings) : {};
  if (newest && Object.keys(changes).length === 0) return;
  await new AuditEventRepository(dataSource).insert({
    kind: 'settings_changed',
    actor: SYSTEM,
    subject: { type: 'settings' },
    details: { changes, settings },
  });
}
