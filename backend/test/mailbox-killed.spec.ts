import { EVERY_MAIL } from './mails/every-mail.ts';
import { type Dovecot, NO_DOVECOT, startDovecot } from './support/dovecot.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

/** All of it is `npm run test:mails`; the last kills come while what was taken is read. */
const [MAILS, KILLS, KILLS_READING] = process.env['MAIL_TEST'] === 'whole' ? [2_000, 20, 4] : [100, 4, 1];
/** A worker that was killed is taken for dead after half a minute, each time. */
const LONGEST_MS = (KILLS + KILLS_READING) * 100_000;
const SHORT_MAILS = EVERY_MAIL.filter(({ raw }) => raw.length < 20_000);

const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`a process that reads a mailbox and is killed${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let app: TestApp;
  let reader: ReplicaProcess;

  beforeAll(async () => {
    server = await startDovecot();
    // It only looks on: the process does the work.
    app = await startTestApp({ PROCESS_ROLE: 'api' });
    reader = await ReplicaProcess.start({
      DATABASE_URL: app.databaseUrl,
      MAILBOXES: server.address('box@desk.example'),
    });
  });
  afterAll(async () => {
    await reader.kill();
    await app.close();
    await server.stop();
  });

  it(
    'loses no mail and makes nothing twice, whatever the mails are',
    async () => {
      for (let number = 0; number < MAILS; number++) {
        server.deliver('box@desk.example', mutated(number));
        if (number % (MAILS / KILLS) === MAILS / KILLS - 1) {
          const before = await taken();
          await until(async () => (await taken()) > before);
          await reader.kill();
          await reader.start();
        }
      }
      await until(async () => (await taken()) === MAILS);
      for (let part = KILLS_READING; part > 0; part--) {
        await until(async () => (await unread()) <= (MAILS * part) / (KILLS_READING + 1));
        await reader.kill();
        await reader.start();
      }
      await until(async () => (await unread()) === 0);

      const made = await count(`FROM mails WHERE state = 'ticket'`);
      expect(await count('FROM tickets')).toBe(made);
      const ofCustomers = `FROM messages WHERE kind = 'incoming'`;
      expect(await count(`${ofCustomers} AND number = 1`)).toBe(made);
      expect(await count(`${ofCustomers} AND number > 1`)).toBe(await count(`FROM mails WHERE state = 'message'`));
      expect(
        await count('FROM (SELECT DISTINCT ticket_id, number FROM mails WHERE ticket_id IS NOT NULL) AS places'),
      ).toBe(await count('FROM mails WHERE ticket_id IS NOT NULL'));
    },
    LONGEST_MS,
  );

  function taken(): Promise<number> {
    return count('FROM mails');
  }

  function unread(): Promise<number> {
    return count(`FROM mails WHERE state = 'taken'`);
  }

  async function count(what: string): Promise<number> {
    const [row] = await app.sql<{ count: number }>(`SELECT count(*)::int AS count ${what}`);
    return row?.count ?? 0;
  }
});

/** One of the mails with a number of its own and some bytes changed, the same for each number. */
function mutated(number: number): Buffer {
  const { raw = Buffer.alloc(0) } = SHORT_MAILS[(number * 7) % SHORT_MAILS.length] ?? {};
  // Of one sender so many would be too many.
  const text = raw.toString('latin1').replaceAll('anna@', `anna${number % 8}@`);
  const mail = Buffer.from(`X-Number: ${number}\r\n${text}`, 'latin1');
  let random = number + 1;
  for (let change = 0; change < number % 5; change++) {
    random = (random * 48_271) % 2_147_483_647;
    mail[random % mail.length] = random % 251;
  }
  return mail;
}
