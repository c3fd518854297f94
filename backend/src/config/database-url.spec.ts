import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { databaseAddresses } from './database-url.ts';
import { readEnvironment } from './environment.ts';
import { forgetPostgresVariables } from './postgres-variables.ts';

describe('the address of the database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'support-tickets-password-'));
  const file = join(folder, 'password');
  afterAll(() => rmSync(folder, { recursive: true }));

  const urlWith = (variables: Record<string, string>) => addressesWith(variables).url;
  const addressesWith = (variables: Record<string, string>) =>
    databaseAddresses(
      readEnvironment({ DATABASE_URL: 'postgres://desk:old@db:5433/desk?sslmode=disable', ...variables }),
    );

  it('is DATABASE_URL as it stands', () => {
    expect(urlWith({})).toBe('postgres://desk:old@db:5433/desk?sslmode=disable');
  });

  it('takes the password from DATABASE_PASSWORD_FILE, whatever characters it has', () => {
    writeFileSync(file, 'p@ss/w%rd #1ü\n');
    const { password, ...rest } = new Client({ connectionString: urlWith({ DATABASE_PASSWORD_FILE: file }) });
    expect(password).toBe('p@ss/w%rd #1ü');
    expect(rest).toMatchObject({ user: 'desk', host: 'db', port: 5433, database: 'desk' });
  });

  it('is that of the database itself too, unless there is another one, and the password is the same', () => {
    expect(addressesWith({}).directUrl).toBe('postgres://desk:old@db:5433/desk?sslmode=disable');
    writeFileSync(file, 'hush');
    const direct = { DATABASE_DIRECT_URL: 'postgres://desk@primary/desk', DATABASE_PASSWORD_FILE: file };
    expect(addressesWith(direct)).toMatchObject({
      url: 'postgres://desk:hush@db:5433/desk?sslmode=disable',
      directUrl: 'postgres://desk:hush@primary/desk',
    });
  });

  it('is that of a standby too where there is one, with the same password', () => {
    expect(addressesWith({}).readUrl).toBeNull();
    writeFileSync(file, 'hush');
    const reading = { DATABASE_READ_URL: 'postgres://desk@standby/desk', DATABASE_PASSWORD_FILE: file };
    expect(addressesWith(reading).readUrl).toBe('postgres://desk:hush@standby/desk');
  });

  it('is missed in one sentence when that file is not there', () => {
    const missing = join(folder, 'missing');
    expect(() => urlWith({ DATABASE_PASSWORD_FILE: missing })).toThrow(
      `DATABASE_PASSWORD_FILE cannot be read: ${missing} (ENOENT).`,
    );
  });

  it('alone tells how PostgreSQL is reached, whatever variables are there for its clients', () => {
    const bent = {
      ...{ PGHOST: 'elsewhere', PGPORT: '1', PGUSER: 'somebody', PGPASSWORD: 'hush', PGDATABASE: 'other' },
      ...{ PGSSLMODE: 'require', PGSSLNEGOTIATION: 'direct', PGOPTIONS: '-c search_path=nowhere', PGAPPNAME: 'other' },
      ...{ PGCLIENT_ENCODING: 'LATIN1', PGREPLICATION: 'database', PGCONNECT_TIMEOUT: '1', PGBINARY: 'true' },
      ...{ PGPASSFILE: '/nowhere', PGSERVICE: 'other', PGDATESTYLE: 'German', PGTZ: 'Asia/Tokyo', PGDATA: '/nowhere' },
    };
    const kept = { PATH: '/bin', DATABASE_URL: 'postgres://db/desk', PG2_SETTING: 'of another program' };
    const variables: NodeJS.ProcessEnv = { ...bent, ...kept };
    forgetPostgresVariables(variables);
    expect(variables).toEqual(kept);
  });
});
