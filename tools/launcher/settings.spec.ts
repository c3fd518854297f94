import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings.ts';

describe("the launcher's settings", () => {
  const root = mkdtempSync(join(tmpdir(), 'support-tickets-settings-'));

  beforeEach(() => rmSync(join(root, '.env'), { force: true }));
  afterAll(() => rmSync(root, { recursive: true }));

  it('have defaults that need no file', () => {
    expect(readSettings(root, {})).toEqual({
      host: 'localhost',
      port: 8000,
      webPort: 3000,
      webUrl: 'http://localhost:3000',
      dataDir: join(root, '.data'),
      databaseUrl: null,
      demoSignIn: 'true',
    });
  });

  it('come from .env, where an empty value counts as unset', () => {
    writeFileSync(join(root, '.env'), 'PORT=8100\nWEB_PORT=\nDATA_DIR=elsewhere\n');
    expect(readSettings(root, {})).toMatchObject({ port: 8100, webPort: 3000, dataDir: join(root, 'elsewhere') });
  });

  it('hand the whole of .env on to the API', () => {
    const environment: NodeJS.ProcessEnv = { OPENAI_MODEL: 'chosen' };
    writeFileSync(join(root, '.env'), 'LLM_API_KEY="a key"\nOPENAI_MODEL=ignored\n');
    readSettings(root, environment);
    expect(environment).toEqual({ LLM_API_KEY: 'a key', OPENAI_MODEL: 'chosen' });
  });

  it('do not mind the byte order mark that some editors write', () => {
    writeFileSync(join(root, '.env'), '\uFEFFPORT=8100\r\nWEB_PORT=3100\r\n');
    expect(readSettings(root, {})).toMatchObject({ port: 8100, webPort: 3100 });
  });

  it('let the real environment win over .env', () => {
    writeFileSync(join(root, '.env'), 'PORT=8100\n');
    expect(readSettings(root, { PORT: '8200' }).port).toBe(8200);
  });

  it.each([
    ['localhost', 'localhost', 'http://localhost:3000'],
    ['127.0.0.2', '127.0.0.2', 'http://127.0.0.2:3000'],
    ['0.0.0.0', '0.0.0.0', 'http://localhost:3000'],
    ['::', '::', 'http://localhost:3000'],
    ['::1', '::1', 'http://[::1]:3000'],
    ['[::1]', '::1', 'http://[::1]:3000'],
    ['[::]', '::', 'http://localhost:3000'],
    ['2001:db8::7', '2001:db8::7', 'http://[2001:db8::7]:3000'],
  ])('take HOST=%s for the address %s, and tell people %s', (HOST, host, webUrl) => {
    expect(readSettings(root, { HOST })).toMatchObject({ host, webUrl });
  });

  it('forget what is meant for clients of PostgreSQL, from .env too', () => {
    const environment: NodeJS.ProcessEnv = { PGSSLMODE: 'require', PATH: '/bin' };
    writeFileSync(join(root, '.env'), 'PGPASSWORD=hush\n');
    readSettings(root, environment);
    expect(environment).toEqual({ PATH: '/bin' });
  });

  it.each([
    [{ HOST: '127.0.0.1' }, 'true'],
    [{ HOST: '127.0.0.53' }, 'true'],
    [{ HOST: '::1' }, 'true'],
    [{ HOST: '[::1]' }, 'true'],
    [{ HOST: '::' }, 'false'],
    [{ HOST: '0.0.0.0' }, 'false'],
    [{ HOST: '192.168.1.20' }, 'false'],
    [{ DATABASE_URL: 'postgres://db/desk' }, 'false'],
    [{ HOST: '0.0.0.0', DEMO_SIGN_IN: 'true' }, 'true'],
    [{ DEMO_SIGN_IN: 'false' }, 'false'],
  ])('with %j let demo people keep their passwords: %s', (environment, expected) => {
    expect(readSettings(root, environment).demoSignIn).toBe(expected);
  });

  it.each(['abc', '0', '65536', '80.5', '-1', '1e3'])('refuse the port %s by name', (value) => {
    expect(() => readSettings(root, { WEB_PORT: value })).toThrow(
      `WEB_PORT must be a number from 1 to 65535, not "${value}".`,
    );
  });

  it('refuse one port for two servers', () => {
    expect(() => readSettings(root, { PORT: '3000' })).toThrow(
      'PORT and WEB_PORT are both 3000; give them different numbers.',
    );
  });
});
