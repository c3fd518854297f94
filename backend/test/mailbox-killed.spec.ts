import { PgBoss } from 'pg-boss';
import { filesToKeep, wholeText } from '../src/mail/domain/files-to-keep.ts';
import { readMail } from '../src/mail/reading/mail-reader.ts';
import { EVERY_MAIL } from './mails/every-mail.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

/** All of it is `npm run test:mails`. Half of the kills come while mails are fetched, and half in the middle of reading one. */
const [MAILS, KILLS] = process.env['MAIL_TEST'] === 'whole' ? [2_000, 40] : [100, 4];
/** A process that was killed takes some seconds to start again, and much longer beside others. */
const LONGEST_MS = KILLS * 60_000;
const BOX = 'box@desk.example';
const SHORT_MAILS = EVERY_MAIL.filter(({ raw }) => raw.length < 20_000);

const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`a process that reads a mailbox and is killed${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let app: TestApp;
  let reader: ReplicaProcess;
  let supervisor: PgBoss;

  beforeAll(async () => {
    server = await startDovecot();
    // It only looks on: the process does the work.
    app = await startTestApp({ PROCESS_ROLE: 'api' });
    reader = await ReplicaProcess.start({ DATABASE_URL: app.databaseUrl, MAILBOXES: server.address(BOX) });
    supervisor = new PgBoss({ connectionString: app.databaseUrl, supervise: false, schedule: false, max: 1 });
    await supervisor.start();
  });
  afterAll(async () => {
    await supervisor.stop({ graceful: false });
    await reader.kill();
    await app.close();
    await server.stop();
  });

  it(
    'loses no mail and makes nothing twice, whatever the mails are',
    async () => {
      for (let kill = 0; kill < KILLS; kill++) {
        const delivered = (MAILS / KILLS) * kill;
        for (let more = 0; more < MAILS / KILLS; more++) server.deliver(BOX, mutated(delivered + more));
        if (kill % 2 === 0) await killFetching(delivered);
        else await killReading(delivered - MAILS / KILLS / 2);
      }
      await until(async () => (await count('FROM mails')) === MAILS);
      await until(async () => (await count(`FROM mails WHERE state = 'taken'`)) === 0);

      const made = await count(`FROM mails WHERE state = 'ticket'`);
      expect(await count('FROM tickets')).toBe(made);
      const ofCustomers = `FROM messages WHERE kind = 'incoming'`;
      expect(await count(`${ofCustomers} AND number = 1`)).toBe(made);
      const answers = await count(`FROM mails WHERE state = 'message'`);
      expect(answers).toBeGreaterThan(0);
      expect(await count(`${ofCustomers} AND number > 1`)).toBe(answers);
      const places = '(SELECT DISTINCT ticket_id, number FROM mails WHERE ticket_id IS NOT NULL) AS places';
      expect(await count(`FROM ${places}`)).toBe(await count('FROM mails WHERE ticket_id IS NOT NULL'));
      expect(await placesWithOtherFiles()).toEqual([]);
    },
    LONGEST_MS,
  );

  /** Kills the process once it has kept a mail of those that were not there before. */
  async function killFetching(before: number): Promise<void> {
    await until(async () => (await count('FROM mails')) > before);
    await reader.kill();
    await startAgain();
  }

  /** Kills the process, once so many mails are read, until it has left one of which it had begun to make something. */
  async function killReading(read: number): Promise<void> {
    await until(async () => (await count(`FROM mails WHERE state <> 'taken'`)) >= read);
    const before = new Set(await begun());
    const hasBegun = async (): Promise<boolean> => (await begun()).some((reading) => !before.has(reading));
    for (let hasLeftOne = false; !hasLeftOne;) {
      await until(hasBegun);
      await reader.kill();
      hasLeftOne = await hasBegun();
      await startAgain();
    }
  }

  /** The readings that were begun and have not ended. */
  async function begun(): Promise<string[]> {
    const rows = await app.sql<{ reading: string }>(
      `SELECT concat(id, ' ', readings) AS reading FROM mails WHERE state = 'taken' AND readings > 0`,
    );
    return rows.map(({ reading }) => reading);
  }

  /** Starts the process after it was killed; nobody waits until it is taken for dead. */
  async function startAgain(): Promise<void> {
    await app.sql(`UPDATE pgboss.job SET heartbeat_on = now() - interval '5 minutes' WHERE state = 'active'`);
    await supervisor.supervise('read-mail');
    await reader.start();
  }

  /** The messages and tickets that do not have the files, each once, that came with their mails. */
  async function placesWithOtherFiles(): Promise<string[]> {
    const mails = await app.sql<{ id: string; raw: Buffer; arrived_at: Date; files: number }>(
      `SELECT id, raw, arrived_at, (SELECT count(*)::int FROM attachments
         WHERE attachments.ticket_id = mails.ticket_id AND message_number = mails.number) AS files
       FROM mails WHERE state IN ('ticket', 'message')`,
    );
    const others: string[] = [];
    for (const { id, raw, arrived_at: arrivedAt, files } of mails) {
      const mail = await readMail(raw, arrivedAt);
      const came = filesToKeep(mail, raw).length + (wholeText(mail) === null ? 0 : 1);
      if (files !== came) others.push(`${id}: ${String(files)} of ${String(came)}`);
    }
    return others;
  }

  async function count(what: string): Promise<number> {
    const [row] = await app.sql<{ count: number }>(`SELECT count(*)::int AS count ${what}`);
    return row?.count ?? 0;
  }
});

/** One of the mails with a number of its own and some bytes changed, the same for each number; every fifth answers another one. */
function mutated(number: number): Buffer {
  const { raw = Buffer.alloc(0) } = SHORT_MAILS[(number * 7) % SHORT_MAILS.length] ?? {};
  // Of one sender so many would be too many.
  const text = raw.toString('latin1').replaceAll('anna@', `anna${number % 8}@`);
  const thread = number % 5 === 4 ? 'In-Reply-To: <one@example.org>\r\n' : '';
  const mail = Buffer.from(`X-Number: ${number}\r\n${thread}${text}`, 'latin1');
  let random = number + 1;
  for (let change = 0; change < number % 5; change++) {
    random = (random * 48_271) % 2_147_483_647;
    mail[random % mail.length] = random % 251;
  }
  return mail;
}
