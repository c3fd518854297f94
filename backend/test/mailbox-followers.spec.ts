import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const BOX = 'box@desk.example';
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`a mailbox of two processes that work${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let app: TestApp;
  const workers: ReplicaProcess[] = [];

  beforeAll(async () => {
    server = await startDovecot();
    // It only looks on: the others do the work.
    app = await startTestApp({ PROCESS_ROLE: 'api' });
  });
  afterAll(async () => {
    await Promise.all(workers.map((worker) => worker.kill()));
    await app.close();
    await server.stop();
  });

  it('is followed by one of them, and by the other one once that is dead', async () => {
    await start();
    await until(() => Promise.resolve(server.connections(BOX) === 1));
    await start();
    await until(async () => (await waiting()) === 2);
    await come('One');
    expect(server.connections(BOX)).toBe(1);
    await workers[0]!.kill();
    await come('Two');
    expect(server.connections(BOX)).toBe(1);
  });

  async function start(): Promise<void> {
    workers.push(await ReplicaProcess.start({ DATABASE_URL: app.databaseUrl, MAILBOXES: server.address(BOX) }));
  }

  /** How many processes follow it, or would. */
  async function waiting(): Promise<number> {
    const rows = await app.sql(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE '%mailboxes'`,
    );
    return rows.length;
  }

  async function come(subject: string): Promise<void> {
    server.deliver(BOX, Buffer.from(`From: anna@example.org\r\nSubject: ${subject}\r\n\r\nHelp\r\n`));
    const taken = () => app.sql('SELECT 1 FROM mails WHERE position($1::bytea IN raw) > 0', [Buffer.from(subject)]);
    await until(async () => (await taken()).length > 0);
  }
});
