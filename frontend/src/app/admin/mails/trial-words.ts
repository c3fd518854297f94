import type { MailTrialStep } from '../../api/admin-model';

/** What each step is called: when it worked, when it did not, and before. */
const WORDS: Readonly<Record<MailTrialStep['step'], Readonly<Record<MailTrialStep['state'], string>>>> = {
  name: { ok: 'Found the server', failed: 'The server was not found', skipped: 'Find the server' },
  token: { ok: 'Got an access token', failed: 'No access token was given', skipped: 'Get an access token' },
  tls: { ok: 'Connection is encrypted', failed: 'No connection was made', skipped: 'Encrypt the connection' },
  sign_in: { ok: 'Signed in', failed: 'Signing in was refused', skipped: 'Sign in' },
  folder: { ok: 'Read the folder', failed: 'The folder was not read', skipped: 'Read the folder' },
  arrival: { ok: 'Saw how mails arrive', failed: 'How mails arrive was not seen', skipped: 'See how mails arrive' },
  mail: { ok: 'Sent a mail to itself', failed: 'Sending was refused', skipped: 'Send a mail to itself' },
};

export const STEP_ICONS: Readonly<Record<MailTrialStep['state'], string>> = {
  ok: 'check_circle-fill',
  failed: 'error',
  skipped: 'circle',
};

export const STATE_WORDS: Readonly<Record<MailTrialStep['state'], string>> = {
  ok: 'worked',
  failed: 'failed',
  skipped: 'was not tried',
};

export function stepWords({ step, state }: MailTrialStep): string {
  return WORDS[step][state];
}

/** "0.3 s". */
export function stepTime({ ms }: MailTrialStep): string {
  return `${(ms / 1000).toFixed(1)} s`;
}
