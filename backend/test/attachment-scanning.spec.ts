import { randomBytes } from 'node:crypto';
import { EICAR, FakeClamd } from './support/fake-clamd.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { upload } from './support/uploads.ts';

let clamd: FakeClamd;
let app: TestApp;
beforeAll(async () => {
  clamd = await FakeClamd.start();
  app = await startTestApp({ CLAMD_ADDRESS: clamd.address });
});
afterEach(async () => {
  Object.assign(clamd, { manner: 'looks', maxBytes: Infinity });
  await app.sql('DELETE FROM attachments');
});
afterAll(async () => {
  await app.close();
  await clamd.stop();
});

const kept = () => app.sql('SELECT name FROM attachments UNION ALL SELECT position::text FROM attachment_chunks');

describe('where a virus scanner is set', () => {
  it('a file is kept in which it finds nothing, and it has seen all of it', async () => {
    const { status } = await upload(app, randomBytes(3_000_000));
    expect([status, clamd.seen]).toEqual([201, 3_000_000]);
  });

  it('a file is refused in which it finds something, wherever in it', async () => {
    const { status, body } = await upload(app, Buffer.concat([randomBytes(900_000), Buffer.from(EICAR)]), 'free.exe');
    expect([status, body.code, await kept()]).toEqual([422, 'attachment_infected', []]);
    expect(JSON.stringify(body)).not.toMatch(/eicar/i);
  });

  it('a file is refused that is too large for it', async () => {
    clamd.maxBytes = 100_000;
    const { status, body } = await upload(app, randomBytes(4_000_000));
    expect([status, body.code, await kept()]).toEqual([413, 'attachment_too_large', []]);
  });

  it.each(['hangs up', 'mumbles'] as const)('a file is refused when it %s', async (manner) => {
    clamd.manner = manner;
    const { status, body } = await upload(app, 'text');
    expect([status, body.code, await kept()]).toEqual([503, 'attachment_not_scanned', []]);
  });

  it('a file is refused while it is away', async () => {
    const away = await startTestApp({ CLAMD_ADDRESS: '127.0.0.1:1' });
    try {
      const { status, headers, body } = await upload(away, 'text');
      expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'attachment_not_scanned', '5']);
    } finally {
      await away.close();
    }
  });
});
