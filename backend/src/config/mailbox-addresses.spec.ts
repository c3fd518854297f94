import { areMailboxes, mailboxAddresses } from './mailbox-addresses.ts';

describe('the addresses of mailboxes', () => {
  it('are read with what they leave out filled in', () => {
    const read = mailboxAddresses(
      ' imaps://support%40desk.example:p%20w@imap.desk.example\nimap://a:b@[::1]:1143/Sales/New ',
    );
    expect(read.map(({ password, ...shown }) => ({ ...shown, password: password.reveal() }))).toEqual([
      {
        ...{
          name: 'support@desk.example at imap.desk.example, INBOX',
          host: 'imap.desk.example',
          port: 993,
          tls: true,
        },
        ...{ user: 'support@desk.example', password: 'p w', folder: 'INBOX' },
      },
      {
        ...{ name: 'a at [::1], Sales/New', host: '::1', port: 1143, tls: false },
        ...{ user: 'a', password: 'b', folder: 'Sales/New' },
      },
    ]);
  });

  test.each([
    'https://a:b@c.example',
    'imaps://c.example',
    'imaps://a@c.example',
    'imaps://a:b@',
    'support@desk.example',
    'imap://%:b@c',
  ])('are not %s', (text) => {
    expect(areMailboxes(text)).toBe(false);
  });
});
