import type { ConstructorOptions } from 'pg-boss';
import type { Settings } from '../config/settings.ts';

/** How often somebody looks for jobs whose worker is dead. */
const SUPERVISION_SECONDS = 20;

/** How a process takes part in pg-boss: one that works also listens for new jobs, keeps the timetable and looks for the dead. */
export function bossOptions({ database, works }: Settings): ConstructorOptions {
  return {
    connectionString: database.url.reveal(),
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
