import { inspect } from 'node:util';
import { readEnvironment } from './environment.ts';
import { Settings } from './settings.ts';

const DATABASE_URL = 'postgres://desk:hush%23x@localhost:5432/desk';
const read = (variables: Record<string, string | undefined>) => readEnvironment({ DATABASE_URL, ...variables });

describe('the environment', () => {
  it('has a default for everything but the database', () => {
    expect(read({ PATH: '/bin', LLM_API_KEY: '' })).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 8000,
      PROCESS_ROLE: 'all',
      METRICS_PORT: undefined,
      METRICS_HOST: '127.0.0.1',
      STOP_NOTICE_MS: 500,
      STOP_TIMEOUT_MS: 65_000,
      LLM_PROVIDER: undefined,
      OPENAI_MODEL: 'gpt-4o-mini',
      LLM_TIMEOUT_MS: 10_000,
      LLM_LOAD_TIMEOUT_MS: 300_000,
      SEED_DEMO_DATA: true,
      MIGRATE_AT_START: true,
      DEMO_SIGN_IN: false,
      SESSION_IDLE_MINUTES: 480,
      SESSION_MAX_MINUTES: 10_080,
      LOGIN_ATTEMPTS_PER_NAME: 10,
      LOGIN_ATTEMPTS_PER_ADDRESS: 50,
      RATE_LIMIT_PER_MINUTE: 600,
      RATE_LIMIT_CLASSIFY_PER_MINUTE: 30,
      TRUSTED_PROXIES: 'none',
      TIME_ZONE: 'UTC',
      WEB_URL: 'http://localhost:3000',
    });
    expect(read({ LLM_API_KEY: '' }).LLM_API_KEY).toBeUndefined();
  });

  it.each([
    [{ DATABASE_URL: undefined }, 'DATABASE_URL is required, like postgres://user:password@host:5432/database'],
    [{ DATABASE_URL: 'mysql://localhost/x' }, 'DATABASE_URL must begin with postgres:// or postgresql://'],
    [{ DATABASE_URL: 'postgres://u:p%zz@h/db' }, 'DATABASE_URL cannot be read'],
    [{ DATABASE_URL: 'postgres://u:hush#x@h/db' }, 'DATABASE_URL cannot be read'],
    [{ DATABASE_URL: 'postgres://u:p@one:5432,two:5432/db' }, 'DATABASE_URL must name one host'],
    [{ DATABASE_URL: 'postgres://one,two/db' }, 'DATABASE_URL must name one host'],
    [{ DATABASE_DIRECT_URL: 'primary' }, 'DATABASE_DIRECT_URL must begin with postgres:// or postgresql://'],
    [{ DATABASE_READ_URL: 'postgres://one,two/db' }, 'DATABASE_READ_URL must name one host'],
    [{ PORT: '0' }, 'PORT must not be less than 1'],
    [{ PORT: '70000' }, 'PORT must not be greater than 65535'],
    [{ PORT: 'http' }, 'PORT must be an integer number'],
    [{ PROCESS_ROLE: 'web' }, 'PROCESS_ROLE must be one of the following values: api, worker, all'],
    [{ METRICS_PORT: 'on' }, 'METRICS_PORT must be an integer number'],
    [{ SECRET_KEY: 'hush' }, 'SECRET_KEY must be 32 random bytes in base64, as `openssl rand -base64 32` gives them'],
    [{ STOP_NOTICE_MS: '600001' }, 'STOP_NOTICE_MS must not be greater than 600000'],
    [{ STOP_TIMEOUT_MS: '5', STOP_NOTICE_MS: '0' }, 'STOP_TIMEOUT_MS must not be less than 100'],
    [{ STOP_TIMEOUT_MS: '500' }, 'STOP_NOTICE_MS must be less than STOP_TIMEOUT_MS'],
    [{ STOP_NOTICE_MS: '65000' }, 'STOP_NOTICE_MS must be less than STOP_TIMEOUT_MS, within which the process has to'],
    [{ SEED_DEMO_DATA: 'yes' }, 'SEED_DEMO_DATA must be a boolean value'],
    [{ MIGRATE_AT_START: 'never' }, 'MIGRATE_AT_START must be a boolean value'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of'],
    [{ OPENAI_BASE_URL: 'localhost' }, 'OPENAI_BASE_URL must be a URL'],
    [{ OPENAI_BASE_URL: 'http:localhost' }, 'OPENAI_BASE_URL must be a URL'],
    [{ OPENAI_BASE_URL: 'http:///v1' }, 'OPENAI_BASE_URL must be a URL'],
    [{ OPENAI_BASE_URL: 'ftp://llm.example/v1' }, 'OPENAI_BASE_URL must be a URL'],
    [{ OPENAI_BASE_URL: 'http://my ollama/v1' }, 'OPENAI_BASE_URL must be a URL'],
    [{ OPENAI_BASE_URL: 'http://ollama:port/v1' }, 'OPENAI_BASE_URL must be a URL'],
    [{ HTTPS_PROXY: 'http://' }, 'HTTPS_PROXY must be the address of a proxy'],
    [{ all_proxy: 'ftp://proxy' }, 'ALL_PROXY must be the address of a proxy'],
    [{ LLM_DAILY_BUDGET: '-1' }, 'LLM_DAILY_BUDGET must be an amount from 0 to 1000000 with at most two decimals'],
    [{ LLM_DAILY_BUDGET: '0.005' }, 'LLM_DAILY_BUDGET must be an amount'],
    [{ LLM_DAILY_BUDGET: '0.0000001' }, 'LLM_DAILY_BUDGET must be an amount'],
    [{ LLM_TIMEOUT_MS: '5' }, 'LLM_TIMEOUT_MS must not be less than 100'],
    [{ LLM_LOAD_TIMEOUT_MS: '-1' }, 'LLM_LOAD_TIMEOUT_MS must be an integer number'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES must not be less than 1'],
    [{ SESSION_MAX_MINUTES: '1e3' }, 'SESSION_MAX_MINUTES must be an integer number'],
    [{ LOGIN_ATTEMPTS_PER_NAME: '-1' }, 'LOGIN_ATTEMPTS_PER_NAME must be an integer number'],
    [{ LOGIN_ATTEMPTS_PER_ADDRESS: '0' }, 'LOGIN_ATTEMPTS_PER_ADDRESS must not be less than 1'],
    [{ RATE_LIMIT_PER_MINUTE: '0' }, 'RATE_LIMIT_PER_MINUTE must not be less than 1'],
    [{ RATE_LIMIT_CLASSIFY_PER_MINUTE: 'many' }, 'RATE_LIMIT_CLASSIFY_PER_MINUTE must be an integer number'],
    [{ WEB_URL: 'javascript:alert(1)' }, 'WEB_URL must be a URL address'],
    [{ WEB_URL: 'https://example.org/api/desk' }, 'WEB_URL may have a path of letters'],
    [{ TRUSTED_PROXIES: 'proxy.example' }, 'TRUSTED_PROXIES must be none, or a comma-separated list'],
    [{ TIME_ZONE: 'Helsinki' }, 'TIME_ZONE must be the name of a time zone, like Europe/Helsinki'],
    [{ TIME_ZONE: '+03:00' }, 'TIME_ZONE must be the name of a time zone'],
    [{ DEMO_SIGN_IN: '1' }, 'DEMO_SIGN_IN must be a boolean value'],
  ])('refuses %j in one sentence', (variables, sentence) => {
    expect(() => read(variables)).toThrow(/^Invalid settings: [^;]*\.$/);
    expect(() => read(variables)).toThrow(sentence);
  });

  it('names every setting that is wrong, and no value', () => {
    const wrong = () => read({ PORT: 'x', DATABASE_URL: 'mysql://u:hush@h/x' });
    expect(wrong).toThrow(/PORT .*; DATABASE_URL|DATABASE_URL .*; PORT/);
    expect(wrong).not.toThrow('hush');
  });

  it.each([
    'http://my_ollama:11434/v1',
    'http://support_desk:3000',
    'http://ollama:11434/v1',
    'http://host.docker.internal:11434/v1',
    'http://[::1]:11434/v1',
    'http://10.0.0.7/v1/',
    'https://müller.example/v1',
    'HTTPS://LLM.EXAMPLE',
  ])('takes %s as the address of an LLM and of the web app', (address) => {
    const settings = read({ OPENAI_BASE_URL: address, WEB_URL: address });
    expect([settings.OPENAI_BASE_URL, settings.WEB_URL]).toEqual([address, address]);
  });

  it('takes a database whose host has an underscore', () => {
    const url = 'postgres://desk:x@my_postgres:5432/desk';
    expect(read({ DATABASE_URL: `${url}\n` }).DATABASE_URL).toBe(url);
  });

  it('does not count what stands around a value', () => {
    expect(
      read({
        LLM_API_KEY: 'sk-hush\n',
        OPENAI_BASE_URL: ' "http://my_ollama:11434/v1"\r\n',
        OPENAI_MODEL: '\uFEFFllama3.2 ',
        LLM_TIMEOUT_MS: '5000\n',
        SEED_DEMO_DATA: ' false',
        LLM_PROVIDER: ' ',
      }),
    ).toMatchObject({
      LLM_API_KEY: 'sk-hush',
      OPENAI_BASE_URL: 'http://my_ollama:11434/v1',
      OPENAI_MODEL: 'llama3.2',
      LLM_TIMEOUT_MS: 5_000,
      SEED_DEMO_DATA: false,
      LLM_PROVIDER: undefined,
    });
  });

  it.each([
    [{}, [undefined, undefined, '']],
    [{ HTTPS_PROXY: 'http://a', HTTP_PROXY: 'http://b', NO_PROXY: 'x,y' }, ['http://b', 'http://a', 'x,y']],
    [{ https_proxy: 'http://a', http_proxy: 'http://b', no_proxy: 'x' }, ['http://b', 'http://a', 'x']],
    [{ ALL_PROXY: 'http://a' }, ['http://a', 'http://a', '']],
    [{ all_proxy: 'http://a', HTTP_PROXY: 'http://b' }, ['http://b', 'http://a', '']],
    [{ https_proxy: 'http://small', HTTPS_PROXY: 'http://LARGE' }, [undefined, 'http://small', '']],
    [{ https_proxy: '', HTTPS_PROXY: 'http://a' }, [undefined, 'http://a', '']],
    [{ HTTPS_PROXY: 'me:hush@proxy:3128' }, [undefined, 'http://me:hush@proxy:3128', '']],
    [{ ALL_PROXY: 'socks5h://proxy:1080' }, ['socks5://proxy:1080', 'socks5://proxy:1080', '']],
  ])('knows the proxies on the way to the LLM from %j', (variables, expected) => {
    const { proxies } = new Settings(read(variables)).llm;
    expect([proxies.http?.reveal(), proxies.https?.reveal(), proxies.bypass]).toEqual(expected);
  });

  it('becomes settings that keep secrets out of sight', () => {
    const settings = new Settings(read({ LLM_API_KEY: 'sk-hush', ADMIN_PASSWORD: 'hush-hush-hush' }));
    expect(settings.llm.apiKey?.reveal()).toBe('sk-hush');
    expect(settings.database.url.reveal()).toBe(DATABASE_URL);
    expect(settings.firstPeople.adminPassword?.reveal()).toBe('hush-hush-hush');
    expect(
      `${JSON.stringify(settings)} ${inspect(settings, { depth: 9 })} ${String(settings.llm.apiKey)}`,
    ).not.toContain('hush');
  });
});
