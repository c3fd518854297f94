import { mailFields } from '../domain/mail-fields.ts';
import { mailIdentity } from './mail-identity.ts';

const OWN = 'Message-ID: <one@example.org>\r\nFrom: Anna <anna@example.org>\r\nTo: desk@desk.example\r\n';

/** What a mail is known by into whose header this was written, too. */
function known(field = ''): string | null {
  return mailIdentity(mailFields(`${field}\r\n${OWN}`), 'Printer', {
    text: 'Help!',
    html: null,
    textIsWhole: true,
    files: [],
  });
}

describe('what a mail is known by', () => {
  it.each([
    'Received: by mx.example',
    'Return-Path: <anna@example.org>',
    'Original-Recipient: rfc822;sales@desk.example',
    'Authentication-Results: mx.example; dmarc=pass',
    'Authentication-Results-Original: mx.example; dmarc=pass',
    'X-Original-Authentication-Results: mx.example; dmarc=pass',
    'X-Original-To: sales@desk.example',
    'X-Resolved-To: sales@desk.example',
    'X-Mail-From: anna@example.org',
    'X-Forwarded-To: sales@desk.example',
    'X-Forwarded-Encrypted: i=1; abc',
    'X-MIME-Autoconverted: from 8bit to quoted-printable by mx.example',
    'X-MIMETrack: Itemize by SMTP Server on mx/Example',
    'X-Status: RO',
    'X-IMAPbase: 1700000000 7',
    'X-Spam-Score: 0.1',
    'X-Antispameurope-Date: 1700000000',
    'X-TMASE-Version: 9.1',
    'X-Quarantine-ID: <abc>',
    'X-MailScanner: Found to be clean',
    'X-Example-MailScanner-ID: 1A2B3C',
    'X-Ovh-Tracer-Id: 7',
    'X-VR-SPAMSCORE: 0',
    'X-RZG-CLASS-ID: mo00',
    'X-MDaemon-Deliver-To: sales@desk.example',
  ])('is no field that servers write: %s', (field) => {
    expect(known(field)).toBe(known());
  });

  it.each([
    'Reply-To: anna@example.com',
    'Sender: bob@example.org',
    'X-Mailer: Example 1.0',
    'X-Priority: 1',
    'X-MSMail-Priority: High',
    'X-Forwarded-Message-Id: <two@example.org>',
    'X-Status-Code: 503',
    'X-UID-Of-Customer: 7',
    'X-Mail: 7',
    'X-Ticket-Status: open',
    'List-Id: <customers.example.org>',
  ])('is one that a program writes: %s', (field) => {
    expect(known(field)).not.toBe(known());
  });
});
