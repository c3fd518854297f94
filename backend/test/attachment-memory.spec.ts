import { jest } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from './support/api-client.ts';
import { FakeClamd } from './support/fake-clamd.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { type AttachmentBody, uploadStream } from './support/uploads.ts';

const MEBIBYTE = 1024 * 1024;
const SIZE = 256 * MEBIBYTE;
/** Less than a whole file: measured were 70 to 135 MiB, and 220 on a busy machine. */
const MORE_AT_MOST = SIZE - 8 * MEBIBYTE;
/** How late a process gives back what it has read is the machine's affair (268 MiB once): one that holds the file does so each time. */
jest.retryTimes(2);

let app: TestApp;
let folder: string;
let clamd: FakeClamd;
beforeAll(async () => {
  app = await startTestApp();
  folder = await mkdtemp(join(tmpdir(), 'attachments-'));
  clamd = await FakeClamd.start();
});
afterAll(async () => {
  await app.close();
  await clamd.stop();
  await rm(folder, { recursive: true, force: true });
});

const CAN_BE_READ = existsSync('/proc/self/clear_refs');
const why = CAN_BE_READ ? '' : ' (skipped: this system does not tell how much memory a process had at most)';

/** How much memory a process has had at most since it was last forgotten, in bytes. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
}

const forgetPeak = (pid: number) => writeFile(`/proc/${String(pid)}/clear_refs`, '5');

async function* content(): AsyncGenerator<Uint8Array> {
  const piece = randomBytes(MEBIBYTE);
  for (let sent = 0; sent < SIZE; sent += MEBIBYTE) yield await Promise.resolve(piece);
}

async function drained(response: Response): Promise<number> {
  let length = 0;
  for await (const piece of response.body ?? []) length += (piece as Uint8Array).length;
  return length;
}

(CAN_BE_READ ? describe : describe.skip)('a process that takes or gives a file of 256 MiB', () => {
  it.each(['database', 'folder'])(`never holds it as a whole: %s${why}`, async (storage) => {
    const replica = await ReplicaProcess.start({
      ...{ DATABASE_URL: app.databaseUrl, PROCESS_ROLE: 'api', ATTACHMENT_MAX_MB: '256' },
      ...{ ATTACHMENT_STORAGE: storage, ATTACHMENT_FOLDER: folder, CLAMD_ADDRESS: clamd.address },
    });
    try {
      const headers = cookieOf(app, 'agent');
      const small = new FormData();
      small.append('file', new Blob(['what is loaded once']));
      await fetch(`${replica.url}/api/attachments`, { method: 'POST', headers, body: small });
      await forgetPeak(replica.pid);
      const before = await peakOf(replica.pid);
      const { status, body } = await uploadStream(replica.url, headers, content());
      const uploaded = await peakOf(replica.pid);
      const response = await fetch(`${replica.url}/api/attachments/${body.id}`, { headers });
      const length = await drained(response);
      const downloaded = await peakOf(replica.pid);
      await new ApiClient(replica.url, headers).delete(`/api/attachments/${body.id}`);
      expect([status, (body as AttachmentBody).size, length, clamd.seen]).toEqual([201, SIZE, SIZE, SIZE]);
      expect(uploaded - before).toBeLessThan(MORE_AT_MOST);
      expect(downloaded - before).toBeLessThan(MORE_AT_MOST);
    } finally {
      await replica.stop();
    }
  });
});
