import { type ChildProcess, type ForkOptions, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { isAlive } from './process-identity.ts';
import { runningPostgres } from './running-postgres.ts';

/** These need several users, whom root alone can be. */
const isRoot = process.getuid?.() === 0;
const whenRoot = isRoot ? it : it.skip;
const unlessRoot = isRoot ? '' : ' (skipped: that takes root)';

const NAMELESS = { uid: 61_000, gid: 61_000 };

/** Nor can root be somebody else in a checkout that nobody else may enter. */
const isOpen = isRoot && spawnSync(process.execPath, ['--eval', ''], NAMELESS).status === 0;
const whenOpen = isOpen ? it : it.skip;
const unlessOpen = isOpen ? '' : ' (skipped: that takes root and a checkout that others may enter)';

describe('the local PostgreSQL', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'support-tickets-embedded-'));
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');

  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

  async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  function hold(folder: string, options: ForkOptions = {}): ChildProcess {
    return fork(join(import.meta.dirname, 'hold-postgres.ts'), [folder], { execArgv: [], silent: true, ...options });
  }

  /** The sockets among its data, with the files that say whose they are. */
  const sockets = (): string[] => readdirSync(join(dataDir, 'postgres')).filter((name) => name.startsWith('.s.PGSQL'));

  /** How a holder begins: with a database, or with what it says against it. */
  async function beginning(holder: ChildProcess): Promise<string> {
    let words = '';
    holder.stderr?.setEncoding('utf8').on('data', (text: string) => (words += text));
    const started = once(holder, 'message').then(() => 'started');
    return Promise.race([started, once(holder, 'close').then(() => /Error: ([^\n]+)/.exec(words)?.[1] ?? words)]);
  }

  async function killHolder(): Promise<number> {
    const holder = hold(dataDir);
    await once(holder, 'message');
    const server = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    return server;
  }

  it('keeps its data between runs', async () => {
    const first = await EmbeddedPostgres.start({ dataDir });
    await query(first.url, "CREATE TABLE kept AS SELECT 'here' AS word");
    await first.stop();

    const second = await EmbeddedPostgres.start({ dataDir });
    expect(await query(second.url, 'SELECT word FROM kept')).toEqual([{ word: 'here' }]);
    expect(second.recovered).toBe(false);
    await second.stop();
  });

  it('speaks UTF-8, knows letters beyond ASCII and keeps UTC', async () => {
    const server = await EmbeddedPostgres.start({ dataDir });
    const [row] = await query(
      server.url,
      "SELECT lower('ÉCLAIR') AS lower, 'é' ~ '[[:alpha:]]' AS letter, current_setting('TimeZone') AS zone",
    );
    await server.stop();
    expect(row).toEqual({ lower: 'éclair', letter: true, zone: 'UTC' });
  });

  it('takes connections at a socket among its data, where only its owner gets, and at a port of loopback', async () => {
    const server = await EmbeddedPostgres.start({ dataDir });
    const url = new URL(server.url);
    const folder = join(realpathSync(dataDir), 'postgres');
    const where = 'SELECT host(inet_server_addr()) AS address';
    expect([url.searchParams.get('host'), runningPostgres(dataDir)]).toEqual([folder, server.url]);
    expect(await query(server.url, where)).toEqual([{ address: null }]);
    expect(sockets()).toEqual([`.s.PGSQL.${url.port}`, `.s.PGSQL.${url.port}.lock`]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    url.search = '';
    expect(await query(url.href, where)).toEqual([{ address: '127.0.0.1' }]);
    await server.stop();
    expect(sockets()).toEqual([]);
  });

  it('has the port alone where the path of a socket would be too long', async () => {
    const folder = join(dataDir, 'a'.repeat(100));
    const server = await EmbeddedPostgres.start({ dataDir: folder });
    expect([new URL(server.url).search, runningPostgres(folder)]).toEqual(['', server.url]);
    expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.stop();
    rmSync(folder, { recursive: true });
  });

  it('keeps its password where only its owner can read it, and asks for it', async () => {
    const server = await EmbeddedPostgres.start({ dataDir });
    const url = new URL(server.url);
    url.password = 'guess';
    await expect(query(url.href, 'SELECT 1')).rejects.toThrow('password authentication failed');
    await server.stop();
    expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);
  });

  it('tells a second owner of the same folder that it is taken', async () => {
    const server = await EmbeddedPostgres.start({ dataDir });
    await expect(EmbeddedPostgres.start({ dataDir })).rejects.toThrow(
      /^The data folder .* is already in use by process/,
    );
    await server.stop();
  });

  it('has one owner when several start at once on a folder that is not there yet', async () => {
    const folder = join(dataDir, 'new', 'folder');
    const holders = Array.from({ length: 4 }, () => hold(folder));
    const beginnings = await Promise.all(holders.map(beginning));
    const winner = holders[beginnings.indexOf('started')];
    const owner = winner?.pid;
    winner?.disconnect();
    if (winner) await once(winner, 'exit');
    expect(beginnings.filter((words) => words !== 'started')).toEqual(
      Array.from(
        { length: 3 },
        () =>
          `The data folder ${folder} is already in use by process ${owner}; stop that one first, or set DATA_DIR to another folder.`,
      ),
    );
  });

  whenRoot(
    `started by root, belongs to a user that nothing else runs as, and keeps its password to root${unlessRoot}`,
    async () => {
      const mine = (path: string) => statSync(join(dataDir, path)).uid;
      const server = await EmbeddedPostgres.start({ dataDir });
      await server.stop();
      expect(mine('postgres-password')).toBe(0);
      const id = mine('postgres');
      expect(id).toBeGreaterThanOrEqual(60_706);
      expect(id).toBeLessThan(61_184);
      const files = readdirSync(join(dataDir, 'postgres'), { recursive: true, encoding: 'utf8' });
      expect(new Set(files.map((file) => mine(join('postgres', file))))).toEqual(new Set([id]));
    },
  );

  whenRoot(`is taken away from nobody, where earlier versions left it${unlessRoot}`, async () => {
    const files = readdirSync(join(dataDir, 'postgres'), { recursive: true, encoding: 'utf8' });
    for (const path of ['postgres-password', 'postgres', ...files.map((file) => join('postgres', file))])
      chownSync(join(dataDir, path), 65_534, 65_534);
    const server = await EmbeddedPostgres.start({ dataDir });
    expect(await query(server.url, 'SELECT word FROM kept')).toHaveLength(1);
    await server.stop();
    const owners = ['postgres-password', 'postgres', 'postgres/PG_VERSION'].map(
      (path) => statSync(join(dataDir, path)).uid,
    );
    expect(owners).not.toContain(65_534);
    expect(owners[0]).toBe(0);
  });

  whenOpen(`is not made for a user without a name, who is told why${unlessOpen}`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'support-tickets-nameless-'));
    chownSync(folder, NAMELESS.uid, NAMELESS.gid);
    const words = await beginning(hold(folder, NAMELESS));
    rmSync(folder, { recursive: true });
    expect(words).toBe(
      'PostgreSQL makes a database only for a user with a name, and user 61000 has none on this machine; start as one who is in /etc/passwd, or set DATABASE_URL.',
    );
  });

  it('stops the server that a killed owner left behind and starts its own', async () => {
    const leftover = await killHolder();
    expect(isAlive(leftover)).toBe(true);

    const server = await EmbeddedPostgres.start({ dataDir });
    expect(server.recovered).toBe(true);
    expect(isAlive(leftover)).toBe(false);
    expect(await query(server.url, 'SELECT word FROM kept')).toHaveLength(1);
    await server.stop();
  });

  it('starts after owner and server were both killed', async () => {
    process.kill(await killHolder(), 'SIGKILL');
    const server = await EmbeddedPostgres.start({ dataDir });
    expect(await query(server.url, 'SELECT word FROM kept')).toHaveLength(1);
    expect(sockets()).toHaveLength(2);
    await server.stop();
  });

  it('leaves a stranger alone whose process number stands in a stale file', async () => {
    writeFileSync(pidFile, `${process.pid}\n`);
    const server = await EmbeddedPostgres.start({ dataDir });
    await server.stop();
    expect(isAlive(process.pid)).toBe(true);
  });

  it('says in one sentence that a folder cannot be used', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    await expect(EmbeddedPostgres.start({ dataDir: file })).rejects.toThrow(
      `The data folder ${file} cannot be used (file already exists); set DATA_DIR to another folder.`,
    );
  });

  it('leaves nothing behind when it was only for a test', async () => {
    const folder = join(dataDir, 'ephemeral');
    const server = await EmbeddedPostgres.start({ dataDir: folder, ephemeral: true });
    expect(await query(server.url, 'SHOW fsync')).toEqual([{ fsync: 'off' }]);
    await server.stop();
    expect(existsSync(folder)).toBe(false);
  });
});
