import { mailField } from '../../../test/support/mail-field.ts';
import { SMTP_PASSWORD, SMTP_USER, TestSmtpServer } from '../../../test/support/smtp-server.ts';
import { Secret } from '../../config/secret.ts';
import type { UsableSender } from '../../mail-accounts/usable-sender.ts';
import type { OutgoingKind, OutgoingMail } from '../domain/outgoing-mail.ts';
import { deliver } from './smtp-delivery.ts';

const REPORTED = ['SUCCESS', 'FAILURE', 'DELAY'];

let server: TestSmtpServer;
beforeAll(async () => {
  server = await TestSmtpServer.start();
});
beforeEach(() => {
  server.taken.length = 0;
});
afterAll(() => server.stop());

it.each<[OutgoingKind, string]>([
  ['reply', ''],
  ['sign_in', 'auto-generated'],
  ['test', 'auto-generated'],
])('a mail of the kind %s comes back to the desk, and is reported of', async (kind, automatic) => {
  await sent(kind);
  expect(server.taken).toMatchObject([{ from: 'desk@desk.example', receipt: { notify: REPORTED, id: 'one@desk' } }]);
  const raw = server.taken[0]?.raw ?? '';
  expect(mailField(raw, 'Auto-Submitted')).toBe(automatic);
  expect(mailField(raw, 'X-Auto-Response-Suppress')).toBe(automatic === '' ? '' : 'OOF, AutoReply');
});

it('an acknowledgement has no return path, and nothing is asked to be reported of it', async () => {
  await sent('acknowledgement');
  expect(server.taken).toMatchObject([{ from: '', to: ['ada@example.com'], receipt: { notify: [], id: null } }]);
  expect(server.taken[0]?.raw).toContain('Auto-Submitted: auto-replied\r\n');
  expect(server.taken[0]?.raw).toContain('X-Auto-Response-Suppress: OOF, AutoReply\r\n');
  expect(server.taken[0]?.raw).toContain('From: Desk <desk@desk.example>\r\n');
});

async function sent(kind: OutgoingKind): Promise<void> {
  const mail: OutgoingMail = {
    ...{ id: 1, messageId: 'one@desk', kind, ticketId: null, number: null, inReplyTo: null, references: [] },
    recipients: [{ role: 'to', name: 'Ada', address: 'ada@example.com', state: null, detail: null }],
    ...{ fromName: null, subject: 'Seats', text: 'Hello', html: null, attempts: 1, createdAt: new Date() },
  };
  const { refusal } = await deliver(sender(), mail, () => Promise.resolve({ replyTo: null, files: [] }), 10_000);
  expect(refusal).toBeNull();
}

function sender(): UsableSender {
  return {
    ...{ host: '127.0.0.1', port: Number(new URL(server.url).port), security: 'none', user: SMTP_USER },
    ...{ fromName: 'Desk', fromAddress: 'desk@desk.example', usesPlusAddress: false, asksReceipts: true },
    credentials: { kind: 'password', password: new Secret(SMTP_PASSWORD) },
  };
}
