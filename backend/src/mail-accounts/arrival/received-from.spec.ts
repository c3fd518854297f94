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
    ['from [IPv6:2001:DB8::7] (helo=x) by mx with esmtp (Exim 4.98);', '[IPv6:2001:DB8::7]', '2001:DB8::7'],
    ['from x (x [IPv6:2001:DB8::7]) by mx with ESMTP;', 'x', '2001:DB8::7'],
    ['from x ([192.0.2.7]:41522 helo=[10.0.0.1]) by mx with esmtp (Exim 4.98);', 'x', '192.0.2.7'],
    ['from [192.0.2.7] (HELO x) by mx (CommuniGate Pro SMTP 6.3) with ESMTP id 1;', '[192.0.2.7]', '192.0.2.7'],
    ['from x (localhost [192.0.2.7] (may be forged)) by mx (8.18.1/8.18.1) with ESMTP id 1;', 'x', '192.0.2.7'],
    ['from x ([192.0.2.7]) by mx ([10.0.0.5]) with ESMTP (seen by [10.0.0.6]) id 1;', 'x', '192.0.2.7'],
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
    [
      'calls itself by another address, at Exchange',
      'from [10.0.0.1] (198.51.100.9) by DB5 (10.1.1.1);',
      '198.51.100.9',
    ],
    ['calls itself by one, and the server says nothing', 'from [10.0.0.1] (unknown) by mx;', null],
    ['calls itself a comment with an address', 'from x([10.0.0.1]) (unknown [198.51.100.9]) by mx;', '198.51.100.9'],
    ['calls itself so, at Exchange', 'from x([10.0.0.1]) (198.51.100.9) by mx;', null],
    ['calls itself so, and has a name like an encryption', 'from x([10.0.0.1]) (tls.a [198.51.100.9]) by mx;', null],
    ['calls itself so, and ends with the next word', 'from x([10.0.0.1])by (unknown [198.51.100.9]) by mx;', null],
    ['calls itself so, with spaces', 'from x ([10.0.0.1]) by y (unknown [198.51.100.9]) by mx;', null],
    ['calls itself so, and a word more', 'from x([10.0.0.1])helo= (tls.a [198.51.100.9]) by mx;', null],
    ['calls itself an address behind HELO', 'from x (HELO [10.0.0.1]) (198.51.100.9) by mx;', null],
    [
      'has an address in its certificate',
      'from x (x [198.51.100.9]) (using TLSv1.3 with cipher y) (Client CN "x", Issuer "y" (verified OK)) by mx;',
      '198.51.100.9',
    ],
    [
      'has another address in its certificate',
      'from x (x [198.51.100.9]) (Client CN "[10.0.0.1]", Issuer "y (not verified)") by mx;',
      null,
    ],
    [
      'begins a quoted word that ends behind the server',
      'from " (unknown [198.51.100.9]) by mx with ESMTP for <" with LMTP "@desk.example>;',
      null,
    ],
    ['ends the field', 'from ; (unknown [198.51.100.9]) by mx;', null],
  ])('is never somebody of ours where the other side %s', (_, value, address) => {
    const read = receivedFrom(value);
    expect(read.helo).not.toBeNull();
    expect(read.address).toBe(address);
  });
});
