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
        ...{ user: 'support@desk.example', password: 'p w', folder: 'INBOX', authservId: null, relays: [] },
      },
      {
        ...{ name: 'a at [::1], Sales/New', host: '::1', port: 1143, tls: false },
        ...{ user: 'a', password: 'b', folder: 'Sales/New', authservId: null, relays: [] },
      },
    ]);
  });

  it('say which servers are believed', () => {
    const [read] = mailboxAddresses(
      'imaps://a:b@c.example/INBOX?authserv_id=MX.c.example&relays=203.0.113.0/24,2001:DB8::/32',
    );
    expect(read).toMatchObject({
      folder: 'INBOX',
      authservId: 'mx.c.example',
      relays: ['203.0.113.0/24', '2001:db8::/32'],
    });
  });

  test.each([
    'imaps://a:b@c.example?authserv_id=',
    'imaps://a:b@c.example?authserv_id=mx.example%3B+dmarc',
    'imaps://a:b@c.example?authserv_id=a.example&authserv_id=b.example',
    'imaps://a:b@c.example?relays=0.0.0.0/0',
    'imaps://a:b@c.example?relays=10.0.0.1,relay.example',
    'imaps://a:b@c.example?authserv-id=mx.example',
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
