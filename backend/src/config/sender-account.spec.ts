import { isMailbox, isSmtpServer, senderAccount } from './sender-account.ts';

const given = { MAIL_FROM: 'The Desk <desk@example.com>', MAIL_PLUS_ADDRESS: true, MAIL_RECEIPTS: false };

describe('the sender of the environment', () => {
  it.each([
    ['smtps://mail.example.com', { host: 'mail.example.com', port: 465, security: 'tls', user: null, password: null }],
    ['smtp://mail.example.com', { port: 587, security: 'starttls' }],
    ['smtp://a%40b:p%20w@mail.example.com:2525', { port: 2525, security: 'starttls', user: 'a@b' }],
    ['smtp://127.0.0.1:25', { port: 25, security: 'none' }],
    ['smtp://[::1]', { host: '::1', security: 'none' }],
    ['smtps://localhost', { security: 'tls' }],
  ])('is reached by %s', (SMTP_URL, server) => {
    const sender = senderAccount({ ...given, SMTP_URL });
    expect(sender).toMatchObject({
      ...server,
      fromName: 'The Desk',
      fromAddress: 'desk@example.com',
      usesPlusAddress: true,
    });
  });

  it('keeps its password from those who print it', () => {
    const sender = senderAccount({ ...given, SMTP_URL: 'smtps://user:p%20w@mail.example.com' });
    expect([JSON.stringify(sender).includes('p w'), sender?.password?.reveal()]).toEqual([false, 'p w']);
  });

  it.each([
    'https://mail.example.com',
    'smtp://',
    'mail.example.com',
    'smtps://mail.example.com/inbox',
    'smtps://a%zz@b',
  ])('cannot be %s', (address) => {
    expect(isSmtpServer(address)).toBe(false);
  });

  it.each([
    ['desk@example.com', true],
    ['<desk@example.com>', true],
    ['"Desk, Ltd." <desk@example.com>', true],
    ['Desk', false],
    ['Desk <desk@example.com>, other@example.com', false],
    ['Desk\r\nBcc: all@example.com <desk@example.com>', false],
  ])('writes from %s: %s', (text, is) => {
    expect(isMailbox(text)).toBe(is);
  });

  it('is nobody without both settings', () => {
    expect(senderAccount(given)).toBeNull();
    expect(senderAccount({ ...given, MAIL_FROM: undefined, SMTP_URL: 'smtps://mail.example.com' })).toBeNull();
  });
});
