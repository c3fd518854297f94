import { DataSource } from 'typeorm';
import { createDataSource } from '../src/database/data-source.ts';
import { idOf } from './support/people.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { createTestDatabase } from './support/test-database.ts';
import { insertTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const event = (id: number, version: number, kind: string, changes: object[] = []) =>
  `INSERT INTO ticket_events (ticket_id, version, kind, via, changes)
   VALUES (${String(id)}, ${String(version)}, '${kind}', 'system', '${JSON.stringify(changes)}')`;
const transaction = (...statements: string[]) =>
  app.get(DataSource).transaction(async (manager) => {
    for (const statement of statements) await manager.query(statement);
  });
const change = (field: string, from: unknown, to: unknown) => ({ field, from, to });
const softly = (id: number) => `UPDATE tickets SET deleted_at = now(), version = version + 1 WHERE id = ${String(id)}`;

describe('the database refuses', () => {
  it.each([
    ['an update of an event', `UPDATE ticket_events SET actor_id = NULL`],
    ['the deletion of an event', 'DELETE FROM ticket_events'],
    ['the truncation of the events', 'TRUNCATE ticket_events CASCADE'],
  ])('%s', async (_, statement) => {
    await app.api.createTicket();
    await expect(app.sql(statement)).rejects.toThrow('ticket_events is append-only');
  });

  it('the truncation of the tickets', async () => {
    await expect(app.sql('TRUNCATE tickets CASCADE')).rejects.toThrow('tickets are deleted with an event for each');
  });

  const columns = '(title, description, category, priority)';
  const values = `VALUES ('t', 'd', 'billing', 'low')`;
  it('a ticket without its first event', async () => {
    await expect(app.sql(`INSERT INTO tickets ${columns} ${values}`)).rejects.toThrow('does not tell of this insert');
  });

  it.each([
    ['a change without an event', (id: number) => [`UPDATE tickets SET priority = 'low' WHERE id = ${String(id)}`]],
    [
      'a raised version without an event',
      (id: number) => [`UPDATE tickets SET priority = 'low', version = 2 WHERE id = ${String(id)}`],
    ],
    [
      'a change that does not raise the version',
      (id: number) => [
        `UPDATE tickets SET priority = 'low' WHERE id = ${String(id)}`,
        event(id, 2, 'changed', [change('priority', 'high', 'low')]),
      ],
    ],
    [
      'a change of the time of writing',
      (id: number) => [
        `UPDATE tickets SET created_at = now() - interval '1 day', priority = 'low', version = 2 WHERE id = ${String(id)}`,
        event(id, 2, 'changed', [change('priority', 'high', 'low')]),
      ],
    ],
    [
      'a change of which the event tells too little',
      (id: number) => [
        `UPDATE tickets SET priority = 'low', status = 'in_progress', version = 2 WHERE id = ${String(id)}`,
        event(id, 2, 'changed', [change('priority', 'high', 'low')]),
      ],
    ],
    [
      'a change of which the event tells too much',
      (id: number) => [
        `UPDATE tickets SET priority = 'low', version = 2 WHERE id = ${String(id)}`,
        event(id, 2, 'changed', [change('priority', 'high', 'low'), change('status', 'open', 'closed')]),
      ],
    ],
    [
      'a change of which the event tells something else',
      (id: number) => [
        `UPDATE tickets SET priority = 'low', version = 2 WHERE id = ${String(id)}`,
        event(id, 2, 'changed', [change('priority', 'high', 'critical')]),
      ],
    ],
    ['a deletion without an event', (id: number) => [softly(id)]],
    [
      'a deletion with an event of another kind',
      (id: number) => [softly(id), event(id, 2, 'changed', [change('priority', 'high', 'low')])],
    ],
    [
      'a deletion that changes a value along the way',
      (id: number) => [
        `UPDATE tickets SET deleted_at = now(), priority = 'low', version = 2 WHERE id = ${String(id)}`,
        event(id, 2, 'deleted'),
      ],
    ],
    [
      'a change that calls itself a deletion',
      (id: number) => [
        `UPDATE tickets SET priority = 'low', version = 2 WHERE id = ${String(id)}`,
        event(id, 2, 'deleted', [change('priority', 'high', 'low')]),
      ],
    ],
    ['the end of a row without a deletion', (id: number) => [`DELETE FROM tickets WHERE id = ${String(id)}`]],
    [
      'the end of a row that is told of but was never deleted',
      (id: number) => [`DELETE FROM tickets WHERE id = ${String(id)}`, event(id, 2, 'deleted')],
    ],
    [
      'a deleted ticket that comes back without an event',
      (id: number) => [
        softly(id),
        event(id, 2, 'deleted'),
        `UPDATE tickets SET deleted_at = NULL, version = 3 WHERE id = ${String(id)}`,
      ],
    ],
    [
      'a ticket that is gone for good and comes back without an event',
      (id: number) => [
        softly(id),
        event(id, 2, 'deleted'),
        `DELETE FROM tickets WHERE id = ${String(id)}`,
        `INSERT INTO tickets (id, title, description, category, priority) VALUES (${String(id)}, 't', 'd', 'billing', 'low')`,
      ],
    ],
  ])('%s', async (_, statements) => {
    const { id } = await app.api.createTicket({ priority: 'high' });
    await expect(transaction(...statements(id))).rejects.toThrow('does not tell of this');
    expect((await app.api.get(`/api/tickets/${String(id)}`)).body).toMatchObject({ priority: 'high', version: 1 });
  });

  it('any change of a ticket while it is deleted, also of the time of its deletion', async () => {
    const { id } = await app.api.createTicket({ priority: 'high' });
    await transaction(softly(id), event(id, 2, 'deleted'));
    for (const assignment of [`priority = 'low'`, `deleted_at = '2020-01-01'`, 'updated_at = now()']) {
      const changes = assignment.startsWith('priority') ? [change('priority', 'high', 'low')] : [];
      const update = `UPDATE tickets SET ${assignment}, version = 3 WHERE id = ${String(id)}`;
      for (const told of [event(id, 3, 'deleted', changes), event(id, 3, 'restored', changes)])
        await expect(transaction(update, told)).rejects.toThrow('does not tell of this update');
    }
  });

  it('two events of one version, unknown kinds and people', async () => {
    const { id } = await app.api.createTicket();
    await expect(app.sql(event(id, 1, 'created'))).rejects.toThrow('ticket_events_version_unique');
    await expect(app.sql(event(id, 2, 'moved'))).rejects.toThrow('ticket_events_kind_check');
    await expect(app.sql(event(id, 2, 'changed'))).rejects.toThrow('ticket_events_changes_check');
    await expect(app.sql(`UPDATE tickets SET assignee = 999 WHERE id = ${String(id)}`)).rejects.toThrow(
      'tickets_assignee_fk',
    );
  });

  it('nothing of a change that is told of, whoever makes it', async () => {
    const { id } = await app.api.createTicket({ priority: 'high' });
    await transaction(
      `UPDATE tickets SET priority = 'low', assignee = ${String(await idOf(app, 'test-agent'))}, version = 2 WHERE id = ${String(id)}`,
      event(id, 2, 'changed', [
        change('priority', 'high', 'low'),
        change('assignee', null, await idOf(app, 'test-agent')),
      ]),
    );
    await app.sql(`UPDATE tickets SET priority = 'low' WHERE id = ${String(id)}`);
    expect((await app.api.get(`/api/tickets/${String(id)}`)).body).toMatchObject({ priority: 'low', version: 2 });
  });
});

describe('of words that are removed the database', () => {
  const cleaned = (id: number) =>
    `UPDATE ticket_events SET changes = redacted_changes(changes) WHERE ticket_id = ${String(id)} AND kind = 'changed'`;
  const removed = (id: number) => `UPDATE tickets SET title = '(words removed)', version = 3 WHERE id = ${String(id)}`;
  const edited = async () => {
    const { id } = await app.api.createTicket({ title: 'Before' });
    await app.api.patch(`/api/tickets/${String(id)}`, { title: 'After', priority: 'low' });
    return id;
  };

  it('lets just the titles and descriptions of earlier events go, when an event tells of it', async () => {
    const id = await edited();
    await transaction(removed(id), event(id, 3, 'redacted'), cleaned(id));
    expect(await app.sql(`SELECT changes FROM ticket_events WHERE ticket_id = ${String(id)} AND version = 2`)).toEqual([
      { changes: [change('title', null, null), change('priority', 'medium', 'low')] },
    ]);
  });

  it.each([
    ['a removal that no event tells of', (id: number) => [cleaned(id)], 'append-only'],
    [
      'a removal that another transaction told of',
      (id: number) => [removed(id), event(id, 3, 'redacted'), 'COMMIT', 'BEGIN', cleaned(id)],
      'append-only',
    ],
    [
      'another text in the place of one that is removed',
      (id: number) => [
        removed(id),
        event(id, 3, 'redacted'),
        `UPDATE ticket_events SET changes = replace(changes::text, 'Before', 'Never')::jsonb WHERE ticket_id = ${String(id)}`,
      ],
      'append-only',
    ],
    [
      'another author of an event whose words are removed',
      (id: number) => [
        removed(id),
        event(id, 3, 'redacted'),
        `UPDATE ticket_events SET changes = redacted_changes(changes), actor_id = NULL WHERE ticket_id = ${String(id)}`,
      ],
      'append-only',
    ],
    [
      'another title than that of removed words',
      (id: number) => [
        `UPDATE tickets SET title = 'Never', version = 3 WHERE id = ${String(id)}`,
        event(id, 3, 'redacted'),
      ],
      'does not tell of this update',
    ],
    [
      'another priority beside removed words',
      (id: number) => [
        `UPDATE tickets SET title = '(words removed)', priority = 'high', version = 3 WHERE id = ${String(id)}`,
        event(id, 3, 'redacted'),
      ],
      'does not tell of this update',
    ],
    [
      'a deletion by the way',
      (id: number) => [
        `UPDATE tickets SET deleted_at = now(), version = 3 WHERE id = ${String(id)}`,
        event(id, 3, 'redacted'),
      ],
      'does not tell of this update',
    ],
  ])('refuses %s', async (_, statements, refusal) => {
    const id = await edited();
    await expect(transaction(...statements(id))).rejects.toThrow(refusal);
  });

  it('lets those of a deleted ticket go, which goes for good all the same', async () => {
    const { id } = await app.api.createTicket();
    await transaction(softly(id), event(id, 2, 'deleted'));
    await transaction(removed(id), event(id, 3, 'redacted'));
    await app.sql(`DELETE FROM tickets WHERE id = ${String(id)}`);
  });

  it('keeps who removed them, and why', async () => {
    const id = await edited();
    await transaction(
      removed(id),
      event(id, 3, 'redacted'),
      `INSERT INTO redactions (ticket_id, number, version, reason) VALUES (${String(id)}, 1, 3, 'A card')`,
    );
    await expect(app.sql(`UPDATE redactions SET reason = 'None'`)).rejects.toThrow('append-only');
    await expect(app.sql('DELETE FROM redactions')).rejects.toThrow('append-only');
  });
});

describe('tickets that are older than history', () => {
  it('begin it as they are', async () => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();
    const sql = dataSource.query.bind(dataSource) as TestApp['sql'];
    const [id] = await insertTickets(
      { sql },
      `(title, description, category, priority, version) VALUES ('t', 'd', 'billing', 'high', 3)`,
    );
    const migrations: { name: string }[] = await sql('SELECT name FROM migrations ORDER BY id DESC');
    const after = migrations.findIndex(({ name }) => name.startsWith('CreateTicketHistory')) + 1;
    for (let step = 0; step < after; step += 1) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    expect(await sql('SELECT ticket_id, version, kind, actor_id, via, changes FROM ticket_events')).toEqual([
      {
        ...{ ticket_id: String(id), version: 3, kind: 'created', actor_id: null, via: 'system' },
        changes: [
          change('status', null, 'open'),
          change('category', null, 'billing'),
          change('priority', null, 'high'),
        ],
      },
    ]);
    await dataSource.destroy();
    await database.drop();
  });
});
