import type { ApiClient } from './api-client.ts';
import { until } from './until.ts';

/** A run as the API sends it. */
export interface BulkRunBody {
  id: string;
  kind: string;
  state: string;
  action: Record<string, unknown>;
  requested_by: number | null;
  created_at: string;
  finished_at: string | null;
  total: number;
  processed: number;
  changed: number;
  unchanged: number;
  failed: number;
  failures: { ticket: number; reason: string }[];
  undo_of: string | null;
  undone_by: string | null;
  can_undo: boolean;
}

const BULK = '/api/admin/tickets/bulk';

/** Starts a run and waits until it is finished. */
export async function runToEnd(admin: ApiClient, order: object): Promise<BulkRunBody> {
  const { status, body } = await admin.post<BulkRunBody>(BULK, order);
  if (status !== 202) throw new Error(`The run was not started: ${JSON.stringify(body)}`);
  return finished(admin, body.id);
}

/** Takes a run back and waits until that is finished. */
export async function undoToEnd(admin: ApiClient, id: string): Promise<BulkRunBody> {
  const { status, body } = await admin.post<BulkRunBody>(`${BULK}/${id}/undo`, {});
  if (status !== 202) throw new Error(`The run was not taken back: ${JSON.stringify(body)}`);
  return finished(admin, body.id);
}

/** The run, once it is finished. */
export async function finished(admin: ApiClient, id: string): Promise<BulkRunBody> {
  const run = async () => (await admin.get<BulkRunBody>(`${BULK}/${id}`)).body;
  let now = await run();
  await until(async () => ['done', 'failed'].includes((now = await run()).state));
  return now;
}
