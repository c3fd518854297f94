import {
  type DrippingServer,
  imapUntil,
  smtpUntil,
  startDrippingServer,
} from '../../../test/support/dripping-server.ts';
import { Secret } from '../../config/secret.ts';
import type { TrialStep } from '../domain/trial.ts';
import { tryMailbox } from './imap-trial.ts';
import { trySender } from './smtp-trial.ts';

const PATIENCE = { step: 1_000, all: 30_000 };
const LOGIN = { kind: 'password', password: new Secret('hush') } as const;

let server: DrippingServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describe('a server that speaks on and on', () => {
  it.each([
    ['AUTH', 'sign_in'],
    ['MAIL FROM', 'mail'],
    ['.', 'mail'],
  ])('fails the step of a sender in which it does: after %s', async (until, step) => {
    server = await startDrippingServer(smtpUntil(until));
    expect(failed(await trySender(sender(server.port), PATIENCE))).toEqual([step, endless(1)]);
  });

  it.each([
    ['LOGIN', 'tls'],
    ['EXAMINE', 'folder'],
  ])('fails the step of a mailbox in which it does: after %s', async (until, step) => {
    server = await startDrippingServer(imapUntil(until));
    expect(failed((await tryMailbox(mailbox(server.port), LOGIN, PATIENCE)).steps)).toEqual([step, endless(1)]);
  });

  it('fails before it has greeted, too', async () => {
    server = await startDrippingServer(() => null);
    expect(failed(await trySender(sender(server.port), PATIENCE))).toEqual(['tls', endless(1)]);
    expect(failed((await tryMailbox(mailbox(server.port), LOGIN, PATIENCE)).steps)).toEqual(['tls', endless(1)]);
  });

  it('ends a trial in which every step takes its time', async () => {
    server = await startDrippingServer(smtpUntil('AUTH'));
    const steps = await trySender(sender(server.port), { step: 30_000, all: 1_000 });
    expect(failed(steps)).toEqual(['sign_in', endless(1)]);
  });
});

function endless(seconds: number): string {
  return `It did not get to an end within ${String(seconds)} seconds.`;
}

function failed(steps: readonly TrialStep[]) {
  const at = steps.findIndex(({ state }) => state === 'failed');
  expect(steps.slice(at + 1).every(({ state }) => state === 'skipped')).toBe(true);
  return [steps[at]?.step, steps[at]?.detail];
}

function sender(port: number) {
  return {
    ...({ host: '127.0.0.1', port, security: 'none', user: 'desk', credentials: LOGIN } as const),
    ...{ fromName: 'Desk', fromAddress: 'desk@desk.example', usesPlusAddress: false, asksReceipts: false },
  };
}

function mailbox(port: number) {
  return {
    ...({ host: '127.0.0.1', port, security: 'none', user: 'desk', oauth: null } as const),
    ...{ folder: 'INBOX', addresses: [], authservId: null, relays: [], active: true },
  };
}
