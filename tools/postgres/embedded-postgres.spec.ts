import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { isAlive } from './process-identity.ts';

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

  async function killHolder(): Promise<number> {
    const holder = fork(join(import.meta.dirname, 'hold-postgres.ts'), [dataDir], { execArgv: [] });
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
