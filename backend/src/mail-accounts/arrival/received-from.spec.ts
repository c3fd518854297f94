import { receivedFrom } from './received-from.ts';

describe('who gave a mail', () => {
  it.each<readonly [string, string | null, string | null]>([
    [
      'from mail.example.org (mail.example.org [192.0.2.7]) by mx.desk.example (Postfix) with ESMTPS id 1;',
      'mail.example.org',
      '192.0.2.7',
    ],
    [
      'from mail.example.org ([2001:db8::7]) by mx-ha.gmx.net (mxgmx016 [212.227.15.9]) with ESMTPS (Nemesis);',
      'mail.example.org',
      '2001:db8::7',
    ],
    [
      'from [192.0.2.7] (helo=mail.example.org) by server.host.example with esmtps (Exim 4.98);',
      '[192.0.2.7]',
      '192.0.2.7',
    ],
    [
      'from mail.example.org (192.0.2.7) by DB5EUR01FT031.mail.protection.outlook.com (10.152.4.246) with Microsoft SMTP Server;',
      'mail.example.org',
      '192.0.2.7',
    ],
    [
      'from AM0PR05CA0020.eurprd05.prod.outlook.com (2603:10a6:8:1::33) by DB7 (2603:10a6:10::1) with HTTPS;',
      'AM0PR05CA0020.eurprd05.prod.outlook.com',
      '2603:10a6:8:1::33',
    ],
    ['by 2002:a05:6022:71aa:b0:5a:1 with SMTP id x;', null, null],
    ['(qmail 123 invoked by uid 89);', null, null],
    ['from mx.desk.example by mx.desk.example with LMTP id x (envelope-from <anna@example.org>);', null, null],
    ['from mx.desk.example ([127.0.0.1]) by store.desk.example with LMTPS id x;', null, null],
    ['from phl.internal (phl.internal [10.202.2.41]) by sloti01 (Cyrus 3.11) with LMTPA;', null, null],
    ['from mail.example.org ([198.51.100.9]) by store.desk.example with LMTP;', 'mail.example.org', '198.51.100.9'],
    ['from mail.example.org (unknown) by store.desk.example with LMTP;', 'mail.example.org', null],
    ['from mx.desk.example ([127.0.0.1]) by mx.desk.example with ESMTP;', 'mx.desk.example', '127.0.0.1'],
    ['from LMTP by mx.desk.example with ESMTP;', 'LMTP', null],
  ])('%s', (value, helo, address) => {
    expect(receivedFrom(value)).toMatchObject({ helo, address });
  });

  it.each([
    ['calls itself by another address', 'from [10.0.0.1] (unknown [198.51.100.9]) by mx;', '198.51.100.9'],
    ['calls itself a comment', 'from (10.0.0.1) (unknown [198.51.100.9]) by mx;', '198.51.100.9'],
    ['calls itself a comment, at Exchange', 'from x (10.0.0.1) (198.51.100.9) by mx;', null],
    ['calls itself LMTP', 'from with LMTP by (unknown [198.51.100.9]) by mx with ESMTP;', null],
    ['calls itself nothing', 'from  (unknown [198.51.100.9]) by mx;', '198.51.100.9'],
    ['begins a quoted word', 'from "by (unknown [198.51.100.9]) by mx;', null],
    ['ends the field', 'from ; (unknown [198.51.100.9]) by mx;', null],
  ])('is never somebody of ours where the other side %s', (_, value, address) => {
    const read = receivedFrom(value);
    expect(read.helo).not.toBeNull();
    expect(read.address).toBe(address);
  });
});
