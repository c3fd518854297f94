import type { ConstructorOptions } from 'pg-boss';
import type { Settings } from '../config/settings.ts';
import { patience } from '../database/impatient-client.ts';

/** How often somebody looks for jobs whose worker is dead. */
const SUPERVISION_SECONDS = 20;
/** Nobody waits for the queue's own statements, and tidying up may take some time. */
const STATEMENT_TIMEOUT_MS = 30_000;

/**
 * How a process takes part in pg-boss: one that works also listens for new jobs, keeps the timetable and looks for the dead.
 * It goes to the database itself, because nobody hears notices through a proxy that pools transactions. What pg-boss does
 * not know of these it hands on to its pool.
 */
export function bossOptions({ database, works }: Pick<Settings, 'database' | 'works'>): ConstructorOptions {
  return {
    // Its statements are few, and of many texts.
    ...patience({ statementTimeoutMs: STATEMENT_TIMEOUT_MS }),
    connectionString: database.directUrl.reveal(),
    application_name: 'support-ticket-system jobs',
    max: 2,
    supervise: works,
    schedule: works,
    useListenNotify: works,
    superviseIntervalSeconds: SUPERVISION_SECONDS,
    monitorIntervalSeconds: SUPERVISION_SECONDS,
    registerInstance: false,
    openTelemetry: { enabled: false },
  };
}
