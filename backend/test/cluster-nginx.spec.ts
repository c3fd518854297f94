import { HAS_NGINX, NGINX_MISSING, startContainerNginx } from '../../tools/web/container-nginx.ts';
import { sessionCookie } from './support/accounts.ts';
import { ApiClient } from './support/api-client.ts';
import { ClusterLoad } from './support/cluster-load.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { createTestDatabase } from './support/test-database.ts';
import { TEST_PASSWORD } from './support/test-people.ts';

/** `npm run test:cluster` stops them more often than `npm test`, with more people. */
const [STOPS, PEOPLE] = process.env['CLUSTER_TEST'] === 'whole' ? [10, 20] : [2, 6];
/** So many writes are acknowledged before a process is stopped, while it is away, and when it is back. */
const ENOUGH = 60;
/** Each time a process starts anew, which takes seconds on a busy machine. */
const PATIENCE_MS = STOPS * 60_000;

const behindNginx = HAS_NGINX ? describe : describe.skip;
behindNginx(`two processes behind nginx${HAS_NGINX ? '' : ` (skipped: ${NGINX_MISSING})`}`, () => {
  it(
    'answer everybody while one of them is stopped and started again, over and over',
    async () => {
      const database = await createTestDatabase();
      const variables = { DATABASE_URL: database.url, PROCESS_ROLE: 'api', DATABASE_POOL_SIZE: '6' };
      const replicas = await Promise.all([1, 2].map(() => ReplicaProcess.start(variables)));
      const nginx = await startContainerNginx(replicas.map(({ url }) => new URL(url).host));
      try {
        const credentials = { username: 'test-agent', password: TEST_PASSWORD };
        const signedIn = await new ApiClient(nginx.api).post('/api/auth/login', credentials);
        // Without keys, so that no new ticket may be asked for twice.
        const load = new ClusterLoad(
          [nginx.api],
          { cookie: sessionCookie(signedIn) },
          { people: PEOPLE, keyed: false },
        );
        await load.written(ENOUGH);
        for (let n = 0; n < STOPS; n += 1) {
          const replica = replicas[n % replicas.length]!;
          await replica.stop();
          await load.written(ENOUGH);
          await replica.start();
          await load.written(ENOUGH);
        }
        const tally = await load.end();
        const failed = tally.unanswered + tally.comeAgain + tally.faults.length;
        process.stdout.write(
          `Stopped ${String(STOPS)} times behind nginx: ${String(failed)} of ${String(load.total)} writes and as many reads failed.\n`,
        );
        expect(tally).toEqual({ comeAgain: 0, unanswered: 0, faults: [] });
      } finally {
        await nginx.stop();
        await Promise.all(replicas.map((replica) => replica.stop()));
        await database.drop();
      }
    },
    PATIENCE_MS,
  );
});
