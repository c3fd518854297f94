import { setTimeout as delay } from 'node:timers/promises';
import type { BulkRunBody } from './admin-bodies.ts';
import type { TestApp } from './test-app.ts';

/** Asks a run how far it is until it has ended. */
export async function finished(app: TestApp, id: string): Promise<BulkRunBody> {
  for (;;) {
    const { status, body } = await app.as('admin').get<BulkRunBody>(`/api/admin/tickets/bulk/${id}`);
    if (status !== 200) throw new Error(`The run cannot be read: ${JSON.stringify(body)}`);
    if (body.state === 'done' || body.state === 'failed') return body;
    await delay(50);
  }
}
