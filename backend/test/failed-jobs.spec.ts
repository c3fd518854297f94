import { write } from './support/conversation.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('a job that failed', () => {
  it('says why, and keeps nothing that customers wrote', async () => {
    await app.sql(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'The answer cannot leave' USING DETAIL = OLD.text; END $$`);
    await app.sql('CREATE TRIGGER refuse BEFORE UPDATE ON messages FOR EACH ROW EXECUTE FUNCTION refuse()');
    const { id } = await app.api.createTicket();
    await write(app.api, id, { kind: 'reply', text: 'Between us.', leaves_in_seconds: 1 });
    const outputs = () =>
      app.sql<{ output: string }>('SELECT output::text FROM pgboss.job WHERE name = $1 AND output IS NOT NULL', [
        'message-departures',
      ]);
    await until(async () => (await outputs()).length > 0);
    const [{ output } = { output: '' }] = await outputs();
    expect(output).toContain('Some answers could not leave');
    expect(output).toContain('The answer cannot leave');
    expect(output).toContain('P0001');
    expect(output).not.toMatch(/Between us|parameters|driverError|detail/);
  });
});
