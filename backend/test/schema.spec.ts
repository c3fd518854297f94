import { DataSource } from 'typeorm';
import { CONSTRAINT_MEANINGS } from '../src/constraint-meanings.ts';
import { createDataSource } from '../src/database/data-source.ts';
import { prepareDatabase } from '../src/setup/prepare-database.ts';
import { createTestDatabase } from './support/test-database.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('the schema', () => {
  it('is the same in the migrations and in the entities', async () => {
    const difference = await app.get(DataSource).driver.createSchemaBuilder().log();
    expect(difference.upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('names every constraint and every index', async () => {
    const generated = await app.sql(
      `SELECT conname FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
         AND conname !~ '_(pk|fk|check|unique)$' AND conrelid <> 'migrations'::regclass
       UNION ALL
       SELECT indexname FROM pg_indexes
       WHERE schemaname = 'public' AND tablename <> 'migrations' AND indexname !~ '_(pk|unique|idx)$'`,
    );
    expect(generated).toEqual([]);
  });

  it('has no constraint of which nobody says what it means when it is broken', async () => {
    const constraints = await app.sql<{ name: string }>(
      `SELECT conname AS name FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND contype <> 'n' AND conrelid <> 'migrations'::regclass
       UNION
       SELECT indexrelid::regclass::text FROM pg_index JOIN pg_class ON oid = indexrelid
       WHERE indisunique AND relnamespace = 'public'::regnamespace AND indrelid <> 'migrations'::regclass`,
    );
    expect(constraints.map(({ name }) => name).sort()).toEqual(Object.keys(CONSTRAINT_MEANINGS).sort());
  });

  it('is made once when replicas start together', async () => {
    const database = await createTestDatabase({ migrated: false });
    await Promise.all(Array.from({ length: 4 }, () => prepareDatabase(database.url, { seedDemoData: true })));
    const dataSource = await createDataSource(database.url).initialize();
    const [counts]: { categories: number; tickets: number; distinct: number }[] = await dataSource.query(
      `SELECT (SELECT count(*) FROM categories)::int AS categories, count(*)::int AS tickets,
         count(DISTINCT (title, description, created_at))::int AS distinct FROM tickets`,
    );
    expect(counts?.categories).toBe(4);
    expect(counts?.tickets).toBeGreaterThan(100);
    expect(counts?.distinct).toBe(counts?.tickets);
    await dataSource.destroy();
    await database.drop();
  });

  it('can be taken back step by step', async () => {
    const database = await createTestDatabase();
    const dataSource = await createDataSource(database.url).initialize();
    while ((await dataSource.query<unknown[]>('SELECT 1 FROM migrations')).length > 0)
      await dataSource.undoLastMigration();
    const tables = await dataSource.query(`SELECT tablename FROM pg_tables WHERE schemaname = 'public'`);
    expect(tables).toEqual([{ tablename: 'migrations' }]);
    await dataSource.runMigrations();
    await dataSource.destroy();
    await database.drop();
  });
});

describe('the database itself refuses', () => {
  const ticket = (values: Record<string, string>) => {
    const row = { title: `'t'`, description: `'d'`, category: `'billing'`, priority: `'low'`, ...values };
    return `INSERT INTO tickets (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
  };
  const suggestion = (values: Record<string, string>) => {
    const row = {
      input_hash: `repeat('a', 64)`,
      suggested_category: `'billing'`,
      suggested_priority: `'low'`,
      source: `'llm'`,
      asked: `'llm'`,
      latency_ms: '1',
      ...values,
    };
    return `INSERT INTO suggestions (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
  };
  const user = (values: Record<string, string>) => {
    const row = { username: `'new'`, display_name: `'N'`, role: `'agent'`, password_hash: `'$argon2id$'`, ...values };
    return `INSERT INTO users (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).join(', ')})`;
  };
  const session = (hash: string) =>
    `INSERT INTO sessions (user_id, token_hash, expires_at, address, user_agent)
     SELECT id, ${hash}, now(), '', '' FROM users LIMIT 1`;
  const token = (values: Record<string, string>) => {
    const row = { scopes: `'{tickets:read}'`, token_hash: `repeat('a', 64)`, ...values };
    return `INSERT INTO api_tokens (user_id, name, expires_at, scopes, token_hash)
            SELECT id, 'n', now(), ${row.scopes}, ${row.token_hash} FROM users LIMIT 1`;
  };

  it.each([
    ['a blank title', ticket({ title: `' '` }), 'tickets_title_length_check'],
    ['a title that is too long', ticket({ title: `repeat('x', 201)` }), 'tickets_title_length_check'],
    ['a blank description', ticket({ description: `E'\\n'` }), 'tickets_description_length_check'],
    [
      'a description that is too long',
      ticket({ description: `repeat('x', 20001)` }),
      'tickets_description_length_check',
    ],
    ['an unknown category', ticket({ category: `'nope'` }), 'tickets_category_fk'],
    ['an unknown priority', ticket({ priority: `'urgent'` }), 'tickets_priority_check'],
    ['an unknown status', ticket({ status: `'done'` }), 'tickets_status_check'],
    ['a resolved ticket without its time', ticket({ status: `'resolved'` }), 'tickets_resolved_at_check'],
    ['an open ticket with a time of resolving', ticket({ resolved_at: 'now()' }), 'tickets_resolved_at_check'],
    [
      'a closed ticket without its time',
      ticket({ status: `'closed'`, resolved_at: 'now()' }),
      'tickets_closed_at_check',
    ],
    ['an open ticket with a time of closing', ticket({ closed_at: 'now()' }), 'tickets_closed_at_check'],
    ['a version below one', ticket({ version: '0' }), 'tickets_version_check'],
    ['no title', ticket({ title: 'NULL' }), 'not-null'],
    ['a category key with a space', `INSERT INTO categories VALUES ('a b', 'A', '', 1)`, 'categories_key_check'],
    ['a category without a label', `INSERT INTO categories VALUES ('ab', ' ', '', 1)`, 'categories_label_check'],
    ['a category twice', `INSERT INTO categories VALUES ('billing', 'B', '', 1)`, 'categories_pk'],
    [
      'a label twice, in another case',
      `INSERT INTO categories VALUES ('ab', 'bILLING', '', 1)`,
      'categories_label_unique',
    ],
    ['a label of two lines', `INSERT INTO categories VALUES ('ab', E'a\\nb', '', 1)`, 'categories_label_line_check'],
    [
      'a merged category that is active',
      `UPDATE categories SET merged_into = 'general' WHERE key = 'billing'`,
      'categories_merged_into_check',
    ],
    [
      'a category that is merged into itself',
      `UPDATE categories SET merged_into = key, active = false WHERE key = 'billing'`,
      'categories_merged_into_check',
    ],
    [
      'a category that is merged into nothing',
      `UPDATE categories SET merged_into = 'nothing', active = false WHERE key = 'billing'`,
      'categories_merged_into_fk',
    ],
    [
      'a suggestion of an unknown category',
      suggestion({ suggested_category: `'nope'` }),
      'suggestions_suggested_category_fk',
    ],
    ['a confidence above one', suggestion({ category_confidence: '1.1' }), 'suggestions_confidence_check'],
    ['a failed suggestion without a reason', suggestion({ source: `'default'` }), 'suggestions_failure_check'],
    ['a good suggestion with a failure', suggestion({ failure_reason: `'timeout'` }), 'suggestions_failure_check'],
    ['a source that is no word', suggestion({ source: `'LLM 2'`, asked: `'LLM 2'` }), 'suggestions_source_check'],
    [
      'a suggestion that nobody was asked for',
      suggestion({ asked: `''`, failure_reason: `'timeout'` }),
      'suggestions_source_check',
    ],
    [
      'a shadow of nothing',
      suggestion({ shadow_of: `'019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69'` }),
      'suggestions_shadow_fk',
    ],
    [
      'a shadow with a choice',
      suggestion({
        ...{ shadow_of: `'019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69'`, chosen_at: 'now()' },
        ...{ chosen_category: `'billing'`, chosen_priority: `'low'` },
      }),
      'suggestions_shadow_check',
    ],
    [
      'an event of an unknown kind',
      `INSERT INTO ticket_events (ticket_id, version, kind, via, changes) VALUES (9, 1, 'moved', 'web', '[]')`,
      'ticket_events_kind_check',
    ],
    [
      'an event that came by an unknown way',
      `INSERT INTO ticket_events (ticket_id, version, kind, via, changes) VALUES (9, 1, 'created', 'mail', '[]')`,
      'ticket_events_via_check',
    ],
    [
      'changes that are no list',
      `INSERT INTO ticket_events (ticket_id, version, kind, via, changes) VALUES (9, 1, 'created', 'web', '{}')`,
      'ticket_events_changes_check',
    ],
    ['an assignee who is nobody of the desk', ticket({ assignee: '999' }), 'tickets_assignee_fk'],
    [
      'a key of an Idempotency-Key that cannot be one',
      `INSERT INTO idempotency_keys (user_id, key, request_hash) VALUES (1, '', repeat('a', 64))`,
      'idempotency_keys_key_check',
    ],
    [
      'a run that takes nothing back',
      `INSERT INTO bulk_runs (kind, action, via) VALUES ('undo', '{}', 'web')`,
      'bulk_runs_undo_check',
    ],
    [
      'a run that has done more than it had to',
      `INSERT INTO bulk_runs (kind, action, via, total, changed) VALUES ('change', '{}', 'web', 1, 2)`,
      'bulk_runs_counts_check',
    ],
    ['half a choice', suggestion({ chosen_category: `'billing'` }), 'suggestions_choice_check'],
    ['a hash that is none', suggestion({ input_hash: `'abc'` }), 'suggestions_input_hash_check'],
    ['a username twice, in another case', user({ username: `'TEST-Agent'` }), 'users_username_unique'],
    ['a username with a line break', user({ username: `E'a\\nb'` }), 'users_username_check'],
    ['an unknown role', user({ role: `'owner'` }), 'users_role_check'],
    ['a password that is not hashed', user({ password_hash: `'hush'` }), 'users_password_hash_check'],
    ['a session secret that is not hashed', session(`'hush'`), 'sessions_token_hash_check'],
    ['an unknown scope', token({ scopes: `'{everything}'` }), 'api_tokens_scopes_check'],
    ['a token without scopes', token({ scopes: `'{}'` }), 'api_tokens_scopes_check'],
    ['a token secret that is not hashed', token({ token_hash: `'desk_hush'` }), 'api_tokens_token_hash_check'],
    [
      'the end of the last admin',
      `UPDATE users SET active = false WHERE role = 'admin'`,
      'The desk needs an active admin',
    ],
    ['a change of the audit log', `UPDATE audit_events SET kind = 'other'`, 'append-only'],
    ['a deletion from the audit log', 'DELETE FROM audit_events', 'append-only'],
    ['an empty audit log', 'TRUNCATE audit_events', 'append-only'],
  ])('%s', async (_, statement, constraint) => {
    await expect(app.sql(statement)).rejects.toThrow(constraint);
  });

  it('the deletion of a category that tickets are in', async () => {
    await app.api.createTicket({ category: 'billing' });
    await expect(app.sql(`DELETE FROM categories WHERE key = 'billing'`)).rejects.toThrow('tickets_category_fk');
  });

  it('no change of a text without its index', async () => {
    const { id } = await app.api.createTicket({ title: 'Zebra crossing' });
    await app.sql(
      `WITH changed AS (UPDATE tickets SET title = 'Yellow line', version = 2 WHERE id = $1)
       INSERT INTO ticket_events (ticket_id, version, kind, via, changes)
       VALUES ($1, 2, 'changed', 'system', '[{"field": "title", "from": "Zebra crossing", "to": "Yellow line"}]')`,
      [id],
    );
    expect((await app.api.list({ search: 'zebra' })).count).toBe(0);
    expect((await app.api.list({ search: 'yellow' })).count).toBe(1);
  });
});
