import { DataSource } from 'typeorm';
import { NobodyToHelp, resetPassword } from '../src/setup/reset-password.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

describe('resetting a password from the terminal', () => {
  it('gives a password for one sign-in, ends the sessions, and is in the audit log', async () => {
    const [admin] = await app.sql<{ id: string; username: string }>(
      `SELECT id, username FROM users WHERE role = 'admin' AND active ORDER BY id LIMIT 1`,
    );
    const username = admin?.username ?? '';
    const before = await app.sql('SELECT 1 FROM audit_events');
    const password = await resetPassword(app.get(DataSource), username.toUpperCase());
    const answer = await app.anonymous.post('/api/auth/login', { username, password });
    expect(answer).toMatchObject({ status: 200, body: { user: { username, must_change_password: true } } });
    const events = await app.sql('SELECT kind, via, subject_id FROM audit_events ORDER BY id OFFSET $1', [
      before.length,
    ]);
    expect(events).toEqual([
      { kind: 'password_reset', via: 'system', subject_id: admin?.id },
      { kind: 'sign_in', via: 'web', subject_id: null },
    ]);
  });

  it('helps nobody who is unknown or may not sign in', async () => {
    await expect(resetPassword(app.get(DataSource), 'nobody')).rejects.toThrow(NobodyToHelp);
    const [person] = await app
      .sql<{ username: string }>(
        `UPDATE users SET active = false WHERE role = 'agent' AND id = (SELECT max(id) FROM users WHERE role = 'agent')
       RETURNING username`,
      )
      .then((result) => (Array.isArray(result[0]) ? (result[0] as { username: string }[]) : result));
    await expect(resetPassword(app.get(DataSource), person?.username ?? '')).rejects.toThrow(NobodyToHelp);
  });
});
