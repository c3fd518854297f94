import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Client } from 'pg';
import { postgresMajor } from '../postgres/binaries.ts';
import { EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import { replaceCluster } from '../postgres/replaced-cluster.ts';
import { readArchive } from './archive-reader.ts';
import { ArchiveWriter } from './archive-writer.ts';
import { backUp, MANIFEST } from './back-up.ts';
import { type BackupManifest, manifestText, PLATFORM } from './manifest.ts';
import { restore } from './restore.ts';

const root = mkdtempSync(join(tmpdir(), 'support-tickets-backup-'));
const dataDir = join(root, 'desk');
const other = join(root, 'other');
const file = join(root, 'desk.backup');
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function saved(options: { file?: string; dataDir?: string; replace?: boolean } = {}) {
  await using cleanup = new AsyncDisposableStack();
  return await backUp({ dataDir, file, replace: true, ...options }, cleanup);
}

/** Does something over one connection to a desk, which runs for that long. */
async function within<T>(folder: string, work: (client: Client) => Promise<T>): Promise<T> {
  const server = await EmbeddedPostgres.start({ dataDir: folder });
  const client = new Client({ connectionString: server.url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
    await server.stop();
  }
}

const numbers = async (client: Client, table: 'one' | 'two') =>
  (await client.query<{ n: number }>(`SELECT n FROM ${table} ORDER BY n`)).rows.map(({ n }) => n);

const passwordOf = (folder: string) => readFileSync(join(folder, 'postgres-password'), 'utf8');

/** An archive that is whole, with this manifest and nothing else. */
async function archiveOf(name: string, manifest: Partial<BackupManifest>): Promise<string> {
  const path = join(root, name);
  const archive = new ArchiveWriter(path);
  const mine = { begunAt: '2026-01-01T00:00:00.000Z', postgres: postgresMajor(), platform: PLATFORM };
  await archive.addText(MANIFEST, manifestText({ ...mine, ...manifest }));
  await archive.close();
  return path;
}

describe('a backup', () => {
  beforeAll(() =>
    within(dataDir, async (client) => {
      await client.query('CREATE TABLE one (n integer PRIMARY KEY, ballast text)');
      await client.query('CREATE TABLE two (n integer PRIMARY KEY)');
      await client.query('CREATE UNLOGGED TABLE soon_gone (n integer)');
      await client.query('INSERT INTO one VALUES (0)');
      await client.query('INSERT INTO two VALUES (0)');
    }),
  );

  it('of a desk that is written to holds what was acknowledged before, and nothing by halves', async () => {
    const [acknowledged, tried] = await within(dataDir, async (writer) => {
      const done: number[] = [];
      const asked = { isOver: false };
      let n = 0;
      const writing = (async () => {
        while (!asked.isOver) {
          n += 1;
          await writer.query('BEGIN');
          await writer.query(`INSERT INTO one VALUES ($1, repeat(md5(random()::text), 2000))`, [n]);
          await writer.query('INSERT INTO two VALUES ($1)', [n]);
          await writer.query('COMMIT');
          // As if the log of writes were full again and again, so that the server wants to let go of what is old.
          if (n % 20 === 0) {
            await writer.query('SELECT pg_switch_wal()');
            await writer.query('CHECKPOINT');
          }
          done.push(n);
        }
      })();
      while (done.length < 100) await new Promise(setImmediate);
      const before = done.length;
      await saved();
      asked.isOver = true;
      await writing;
      expect(n).toBeGreaterThan(before);
      return [before, n];
    });

    const { begunAt } = await restore({ file, dataDir: other, replace: true });
    expect(Date.parse(begunAt)).toBeGreaterThan(0);
    await within(other, async (client) => {
      const kept = await numbers(client, 'one');
      expect(kept.length).toBeGreaterThan(acknowledged);
      expect(kept.length).toBeLessThanOrEqual(tried + 1);
      expect(kept).toEqual(kept.map((_, index) => index));
      expect(await numbers(client, 'two')).toEqual(kept);
      expect((await client.query('SELECT FROM soon_gone')).rowCount).toBe(0);
    });
  });

  it('of a desk that is stopped is the same desk, which goes on to be written to and can be saved again', async () => {
    await saved();
    await restore({ file, dataDir: other, replace: true });
    await within(other, (client) => client.query('INSERT INTO two VALUES (1000000)'));
    await saved({ dataDir: other });
    await restore({ file, dataDir: other, replace: true });
    expect(await within(other, (client) => numbers(client, 'two'))).toContain(1_000_000);
  });

  it('is for its owner alone, and does not hold the password of the database', async () => {
    await saved();
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const names: string[] = [];
    let isTold = false;
    await readArchive(file, async (entry) => {
      names.push(entry.header.name);
      isTold ||= (await buffer(entry)).includes(passwordOf(dataDir));
    });
    expect(names).toContain('global/pg_control');
    expect(names.filter((name) => /password|postmaster|\.s\.PGSQL|\.\./.test(name))).toEqual([]);
    expect(isTold).toBe(false);
    rmSync(other, { recursive: true, force: true });
    await restore({ file, dataDir: other, replace: false });
    expect(passwordOf(other)).not.toBe(passwordOf(dataDir));
  });

  it('does not take the place of another without a word, and leaves nothing when it fails', async () => {
    writeFileSync(file, 'kept');
    await expect(saved({ replace: false })).rejects.toThrow(`${file} is there already`);
    expect(readFileSync(file, 'utf8')).toBe('kept');
    await expect(saved({ file: join(root, 'nowhere', 'x') })).rejects.toThrow('ENOENT');
    await expect(saved({ dataDir: join(root, 'empty') })).rejects.toThrow('There is no desk in');
    expect(readdirSync(root).sort()).toEqual(['desk', 'desk.backup', 'other']);
  });

  it('that is given up leaves the file that was there', async () => {
    writeFileSync(file, 'kept');
    const cleanup = new AsyncDisposableStack();
    const saving = backUp({ dataDir, file, replace: true }, cleanup);
    saving.catch(() => undefined);
    while (!readdirSync(root).some((name) => name.endsWith('.part'))) await new Promise(setImmediate);
    await cleanup.disposeAsync();
    await expect(saving).rejects.toThrow();
    expect(readFileSync(file, 'utf8')).toBe('kept');
    expect(readdirSync(root).sort()).toEqual(['desk', 'desk.backup', 'other']);
  });
});

describe('a restore', () => {
  beforeAll(() => saved());

  /** What there is afterwards of a desk that was refused a backup. */
  async function refusal(path: string): Promise<string> {
    const said = await restore({ file: path, dataDir: other, replace: true }).then(
      () => 'restored',
      (error: unknown) => String(error),
    );
    expect(readdirSync(other).filter((name) => /restored|replaced|discarded|lock/.test(name))).toEqual([]);
    return said;
  }

  function damaged(name: string, change: (content: Buffer) => Buffer): string {
    const path = join(root, name);
    writeFileSync(path, change(readFileSync(file)));
    return path;
  }

  it('does not touch a desk that is there without a word, nor one that runs', async () => {
    await within(other, async (client) => {
      await client.query('CREATE TABLE mine ()');
      await expect(restore({ file, dataDir: other, replace: true })).rejects.toThrow(/runs \(process \d+\); stop it/);
    });
    await expect(restore({ file, dataDir: other, replace: false })).rejects.toThrow('add --replace to do that');
    await within(other, (client) => client.query('SELECT FROM mine'));
  });

  describe('that is killed while the desk makes way', () => {
    beforeEach(() => {
      // The new one is not there when the old one has gone.
      const place = join(other, 'postgres');
      expect(() => replaceCluster(place, join(other, 'never'))).toThrow('ENOENT');
      expect(readdirSync(other)).not.toContain('postgres');
    });
    const isMine = () => within(other, (client) => client.query('SELECT FROM mine'));

    it('has the desk back at its next start', isMine);

    it('has it back for the next restore, which asks before it throws it away', async () => {
      await expect(restore({ file, dataDir: other, replace: false })).rejects.toThrow('add --replace to do that');
      expect(await refusal(damaged('killed', () => Buffer.alloc(0)))).toContain('is damaged');
      await isMine();
    });

    it('has it back for a backup', async () => {
      await saved({ dataDir: other, file: join(root, 'back') });
      await isMine();
    });
  });

  it.each([
    ['cut off', (content: Buffer) => content.subarray(0, -20), 'is damaged or not whole'],
    ['half there', (content: Buffer) => content.subarray(0, content.length / 2), 'is damaged or not whole'],
    [
      'changed in one bit',
      (content: Buffer) => {
        content[Math.floor(content.length / 2)]! ^= 1;
        return content;
      },
      'is damaged or not whole',
    ],
    ['empty', () => Buffer.alloc(0), 'is damaged or not whole'],
    ['something else', () => Buffer.from('PGDMP and so on, for a while'), 'is no backup of a desk'],
  ])('refuses a backup that is %s, and leaves the desk that is there', async (name, change, words) => {
    expect(await refusal(damaged(name, change))).toMatch(new RegExp(`^StartError: .*${words}`));
    await within(other, (client) => client.query('SELECT FROM mine'));
  });

  it.each([
    ['of another PostgreSQL', { postgres: 17 }, 'holds files of PostgreSQL 17, and this desk runs 18'],
    ['of another kind of machine', { platform: 'beos-x64' }, 'was made on beos-x64'],
  ])('refuses a backup %s', async (name, manifest, words) => {
    expect(await refusal(await archiveOf(name, manifest))).toContain(words);
  });

  it('refuses an archive without the files of a database', async () => {
    expect(await refusal(await archiveOf('hollow', {}))).toMatch(
      /^StartError: The backup could not be made a database/,
    );
    await within(other, (client) => client.query('SELECT FROM mine'));
  });

  it('refuses an archive that is whole but of something else', async () => {
    const path = join(root, 'letters');
    const archive = new ArchiveWriter(path);
    await archive.addText('letter', 'Dear desk');
    await archive.close();
    expect(await refusal(path)).toMatch(/^StartError: .*is no backup of a desk/);
  });

  it('refuses a name that leads out of the folder', async () => {
    const path = join(root, 'way-out');
    const archive = new ArchiveWriter(path);
    await archive.addText(
      MANIFEST,
      manifestText({ begunAt: '2026-01-01T00:00:00.000Z', postgres: postgresMajor(), platform: PLATFORM }),
    );
    await archive.addText('../../escaped', 'out');
    await archive.close();
    expect(await refusal(path)).toMatch(/^StartError: This is no backup of a desk/);
  });
});
