import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { DeskEventBus } from '../src/events/desk-event-bus.ts';
import type { DeskEventName, DeskEvents } from '../src/events/desk-events.ts';
import { type BulkRunBody, undoToEnd } from './support/bulk-runs.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

/** What is told of these names while the work is done. */
async function toldDuring(names: readonly DeskEventName[], work: () => Promise<unknown>): Promise<unknown[]> {
  const told: unknown[] = [];
  const stops = names.map((name) => app.get(DeskEventBus).on(name, (event) => void told.push([name, event])));
  await work();
  stops.forEach((stop) => stop());
  return told;
}

describe('what a transaction tells', () => {
  const event: DeskEvents['user_changed'] = { id: 7 };
  const rename = `UPDATE categories SET description = 'told' WHERE key = 'general'`;

  it('is heard after the commit, in the order of its telling', async () => {
    const seen: Promise<unknown[]>[] = [];
    const stop = app.get(DeskEventBus).on('user_changed', () => {
      seen.push(app.sql(`SELECT description FROM categories WHERE key = 'general'`));
    });
    const told = await toldDuring(['user_created', 'user_changed'], () =>
      app.get(UnitOfWork).run(async (transaction) => {
        transaction.tell('user_changed', event);
        await transaction.query(rename);
        transaction.tell('user_created', { id: 8 });
        expect(seen).toEqual([]);
      }),
    );
    stop();
    expect(told).toEqual([
      ['user_changed', event],
      ['user_created', { id: 8 }],
    ]);
    expect(await Promise.all(seen)).toEqual([[{ description: 'told' }]]);
  });

  it('is never heard when it is rolled back', async () => {
    const failing = () =>
      app.get(UnitOfWork).run((transaction) => {
        transaction.tell('user_changed', event);
        return transaction.query('SELECT 1 / 0');
      });
    const told = await toldDuring(['user_changed'], () => expect(failing()).rejects.toThrow('division by zero'));
    expect(told).toEqual([]);
  });

  it('is heard by others when one listener fails, and harms nobody', async () => {
    const bus = app.get(DeskEventBus);
    const stops = [
      bus.on('user_changed', () => {
        throw new Error('a bad listener');
      }),
      bus.on('user_changed', () => Promise.reject(new Error('another bad listener'))),
    ];
    const told = await toldDuring(['user_changed'], () =>
      app.get(UnitOfWork).run(async (transaction) => {
        transaction.tell('user_changed', event);
      }),
    );
    stops.forEach((stop) => stop());
    expect(told).toEqual([['user_changed', event]]);
  });

  it('is not heard any more by one who stopped listening', async () => {
    const heard: unknown[] = [];
    app.get(DeskEventBus).on('user_changed', (one) => void heard.push(one))();
    await app.get(UnitOfWork).run(async (transaction) => {
      transaction.tell('user_changed', event);
    });
    expect(heard).toEqual([]);
  });
});

describe('the desk tells', () => {
  const admin = () => app.as('admin');

  it('of a new category, of a change, of a new order and of a merge', async () => {
    const told = await toldDuring(['categories_changed'], async () => {
      await admin().post('/api/admin/categories', { label: 'Hardware', description: 'Printers.' });
      await admin().patch('/api/admin/categories/hardware', { label: 'Devices' });
      await admin().post('/api/admin/categories/hardware/merge', { into: 'general' });
    });
    expect(told).toEqual([
      ['categories_changed', { keys: ['hardware'] }],
      ['categories_changed', { keys: ['hardware'] }],
      ['categories_changed', { keys: ['hardware', 'general'] }],
    ]);
  });

  it('of each ticket that is written, changed, deleted and restored, at the version its history has', async () => {
    const names = ['tickets_created', 'tickets_changed', 'tickets_deleted', 'tickets_restored'] as const;
    let id = 0;
    const told = await toldDuring(names, async () => {
      ({ id } = await app.api.createTicket());
      await app.api.patch(`/api/tickets/${String(id)}`, { status: 'resolved' });
      await app.api.patch(`/api/tickets/${String(id)}`, { status: 'resolved' });
      await admin().delete(`/api/admin/tickets/${String(id)}`);
      const { body } = await admin().get<{ results: BulkRunBody[] }>('/api/admin/tickets/bulk');
      await undoToEnd(admin(), body.results[0]!.id);
    });
    expect(told).toEqual(names.map((name, index) => [name, { tickets: [{ id, version: index + 1 }] }]));
  });

  it('of people that are made or changed', async () => {
    const told = await toldDuring(['user_created', 'user_changed'], async () => {
      const person = { username: 'new.here', display_name: 'New Here', role: 'agent' };
      const { body } = await admin().post<{ user: { id: number } }>('/api/admin/users', person);
      await admin().patch(`/api/admin/users/${String(body.user.id)}`, { role: 'admin' });
    });
    expect(told).toEqual([
      ['user_created', { id: expect.any(Number) }],
      ['user_changed', { id: expect.any(Number) }],
    ]);
  });

  it('of a suggestion that is shown, and of the ticket that is written with it', async () => {
    const text = { title: 'Charged twice', description: 'Two payments.' };
    let made: unknown;
    let ticketId: unknown;
    const told = await toldDuring(['suggestion_made', 'suggestion_decided'], async () => {
      const { body } = await app.api.post<{ suggestion_id: string }>('/api/tickets/classify', text);
      made = body.suggestion_id;
      ({ id: ticketId } = await app.api.createTicket({ ...text, suggestion_id: body.suggestion_id }));
    });
    expect(told).toEqual([
      ['suggestion_made', { id: made }],
      ['suggestion_decided', { id: made, ticketId }],
    ]);
  });
});
