import { NOBODY_TRUSTED, type TrustedServers } from '../../mail-accounts/domain/trusted-servers.ts';
import { SenderCheck } from './sender-check.service.ts';

const ANNA = { name: 'Anna Berg', address: 'anna@example.org' };
const REJECT = { 'example.org': 'v=spf1 ip4:192.0.2.7 -all', '_dmarc.example.org': 'v=DMARC1; p=reject' };

const OUTSIDE = (by: string, address = '192.0.2.7') =>
  `Received: from mail.example.org (mail.example.org [${address}]) by ${by} with ESMTPS id 1; Mon, 3 Nov 2025 09:15:02 +0000`;
const PASSED = (id: string) =>
  `Authentication-Results: ${id};\r\n\tspf=pass smtp.mailfrom=example.org;\r\n\tdmarc=pass (p=reject) header.from=example.org`;
const CHECKED = { proof: 'confirmed', by: 'desk' };
const TOLD = { proof: 'confirmed', by: 'server' };

const GOOGLE = [
  'Delivered-To: support@desk.example',
  'Received: by 2002:a05:6022:71aa:b0:5a:1 with SMTP id f42csp1; Mon, 3 Nov 2025 01:15:03 -0800 (PST)',
  'X-Received: by 2002:a17:906:c113:b0:b40:2 with SMTP id x; Mon, 3 Nov 2025 01:15:03 -0800 (PST)',
  'ARC-Seal: i=1; a=rsa-sha256; t=1762161303; cv=none; d=google.com; s=arc-20240605; b=AA==',
  'ARC-Message-Signature: i=1; a=rsa-sha256; c=relaxed/relaxed; d=google.com; s=arc-20240605; h=from; bh=AA==; b=AA==',
  'ARC-Authentication-Results: i=1; mx.google.com;',
  '       spf=pass (google.com: domain of anna@example.org designates 192.0.2.7 as permitted sender) smtp.mailfrom=anna@example.org;',
  '       dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=example.org',
  'Return-Path: <anna@example.org>',
  'Received: from mail.example.org (mail.example.org. [192.0.2.7])',
  '        by mx.google.com with ESMTPS id x for <support@desk.example>; Mon, 3 Nov 2025 01:15:02 -0800 (PST)',
  'Received-SPF: pass (google.com: domain of anna@example.org designates 192.0.2.7) client-ip=192.0.2.7;',
  'Authentication-Results: mx.google.com; spf=pass smtp.mailfrom=anna@example.org; dmarc=pass header.from=example.org',
];

const MICROSOFT_OWN = [
  'Received: from DU0PR04MB1.eurprd04.prod.outlook.com (2603:10a6:10:357::18)',
  ' by AS8PR04MB2.eurprd04.prod.outlook.com with HTTPS; Mon, 3 Nov 2025 09:15:05 +0000',
  'ARC-Seal: i=1; a=rsa-sha256; s=arcselector10001; d=microsoft.com; cv=none; b=AA==',
  'ARC-Authentication-Results: i=1; mx.microsoft.com 1; spf=pass (sender ip is 192.0.2.7)',
  ' smtp.rcpttodomain=desk.example smtp.mailfrom=example.org; dmarc=pass (p=reject sp=reject pct=100)',
  ' action=none header.from=example.org; dkim=none (message not signed); arc=none (0)',
  'Received: from DB3PR06CA0020.eurprd06.prod.outlook.com (2603:10a6:8:1::33) by',
  ' DU0PR04MB1.eurprd04.prod.outlook.com (2603:10a6:10:357::18) with Microsoft SMTP Server; Mon, 3 Nov 2025 09:15:04 +0000',
  'Received: from DB5PEPF1.eurprd02.prod.outlook.com (2603:10a6:8:1:cafe::f2) by',
  ' DB3PR06CA0020.outlook.office365.com (2603:10a6:8:1::33) with Microsoft SMTP Server via Frontend Transport; Mon, 3 Nov 2025 09:15:04 +0000',
];
const MICROSOFT = [
  ...MICROSOFT_OWN,
  'Authentication-Results: spf=pass (sender IP is 192.0.2.7) smtp.mailfrom=example.org; dkim=none',
  ' header.d=none;dmarc=pass action=none header.from=example.org;compauth=pass reason=100',
  'Received-SPF: Pass (protection.outlook.com: domain of example.org designates 192.0.2.7 as permitted sender)',
  'Received: from mail.example.org (192.0.2.7) by DB5PEPF1.mail.protection.outlook.com',
  ' (10.167.8.171) with Microsoft SMTP Server (version=TLS1_3) id 15.20; Mon, 3 Nov 2025 09:15:03 +0000',
  'Return-Path: anna@example.org',
];

const FASTMAIL = [
  'Return-Path: <anna@example.org>',
  'Received: from phl-compute-01.internal (phl-compute-01.internal [10.202.2.41])',
  '\t by sloti01d1t02 (Cyrus 3.11) with LMTPA; Mon, 03 Nov 2025 04:15:04 -0500',
  'Received: from phl-mx-02.messagingengine.com ([10.202.2.201])',
  '  by phl-compute-01.internal (MEProxy); Mon, 03 Nov 2025 04:15:04 -0500',
  'ARC-Authentication-Results: i=1; phl-mx-02.messagingengine.com;',
  '    dmarc=pass policy.published-domain-policy=reject (p=reject,d=none) header.from=example.org;',
  '    spf=pass smtp.mailfrom=anna@example.org smtp.helo=mail.example.org',
  OUTSIDE('phl-mx-02.messagingengine.com (Postfix)'),
];

const PROOFPOINT = [
  ...MICROSOFT_OWN.slice(0, 2),
  ...MICROSOFT_OWN.slice(6),
  'Authentication-Results: spf=fail (sender IP is 205.220.165.32) smtp.mailfrom=example.org; dmarc=fail action=oreject header.from=example.org;compauth=none reason=451',
  'Received: from mx0a-001.pphosted.com (205.220.165.32) by DB5PEPF1.mail.protection.outlook.com',
  ' (10.167.8.171) with Microsoft SMTP Server; Mon, 3 Nov 2025 09:15:03 +0000',
  'Authentication-Results: ppops.net; spf=pass smtp.mailfrom=anna@example.org; dmarc=pass header.from=example.org',
  'Received: from mail.example.org (mail.example.org [192.0.2.7])',
  '\tby mx0a-001.pphosted.com (PPS) with ESMTPS id 1; Mon, 03 Nov 2025 09:15:02 +0000 (GMT)',
  'Return-Path: anna@example.org',
];

const MIMECAST = [
  ...MICROSOFT_OWN.slice(0, 2),
  ...MICROSOFT_OWN.slice(6),
  'Received: from eu-smtp-inbound-1.mimecast.com (195.130.217.211) by DB5PEPF1.mail.protection.outlook.com',
  ' (10.167.8.171) with Microsoft SMTP Server; Mon, 3 Nov 2025 09:15:03 +0000',
  'Authentication-Results: relay.mimecast.com; dmarc=pass (policy=reject) header.from=example.org; spf=pass smtp.mailfrom=anna@example.org',
  'Received: from mail.example.org (mail.example.org [192.0.2.7]) (Using TLS) by relay.mimecast.com',
  ' with ESMTP id uk-mta-1; Mon, 03 Nov 2025 09:15:02 +0000',
  'Return-Path: anna@example.org',
];

const CPANEL = [
  'Return-Path: <anna@example.org>',
  'Delivered-To: support@desk.example',
  'Received: from server.host.example',
  '\tby server.host.example with LMTP id x; Mon, 03 Nov 2025 09:15:03 +0000',
  'Received: from filter.host.example ([203.0.113.5]:41522)',
  '\tby server.host.example with esmtps (Exim 4.98) (envelope-from <anna@example.org>) id 1; Mon, 03 Nov 2025 09:15:03 +0000',
  'Received: from [192.0.2.7] (helo=mail.example.org)',
  '\tby filter.host.example with esmtps (Exim 4.96) (envelope-from <anna@example.org>) id 1; Mon, 03 Nov 2025 09:15:02 +0000',
];

const RSPAMD = [
  'Return-Path: <anna@example.org>',
  'Received: from mx.desk.example ([127.0.0.1]) by store.desk.example with LMTP id x; Mon, 03 Nov 2025 09:15:03 +0000',
  'Authentication-Results: mx.desk.example;\r\n\tdkim=none;\r\n\tspf=pass (mx.desk.example: domain of anna@example.org designates 192.0.2.7) smtp.mailfrom=anna@example.org;\r\n\tdmarc=pass (policy=reject) header.from=example.org',
  OUTSIDE('mx.desk.example (Postfix)'),
];

const OPENDMARC = [
  'Return-Path: <anna@example.org>',
  'Authentication-Results: mx.desk.example; dmarc=pass (p=reject dis=none) header.from=example.org',
  'Authentication-Results: mx.desk.example; spf=pass smtp.mailfrom=example.org',
  OUTSIDE('mx.desk.example (Postfix)'),
];

const GMX = [
  'Return-Path: <anna@example.org>',
  'Authentication-Results: gmx.net; dkim=none; dmarc=pass header.from=example.org',
  'Received: from mail.example.org ([192.0.2.7]) by mx-ha.gmx.net (mxgmx016',
  ' [212.227.15.9]) with ESMTPS (Nemesis) id 1Mr for <support@gmx.example>; Mon, 03 Nov 2025 10:15:02 +0100',
];

const M365 = { relays: ['2603:10a6::/32'] };

describe('who confirms a mail that only SPF speaks for', () => {
  it.each<readonly [string, readonly string[], Partial<TrustedServers>, object]>([
    ['Google Workspace, as it is', GOOGLE, {}, CHECKED],
    ['Google Workspace, which is believed', GOOGLE, { authservId: 'mx.google.com' }, TOLD],
    ['Microsoft 365, by its own servers', MICROSOFT, M365, CHECKED],
    ['Microsoft 365, which is believed', MICROSOFT, { ...M365, authservId: 'mx.microsoft.com' }, TOLD],
    ['Fastmail, by its own servers', FASTMAIL, { relays: ['10.202.2.0/24'] }, CHECKED],
    ['Fastmail, which is believed', FASTMAIL, { relays: ['10.202.2.0/24'], authservId: 'messagingengine.com' }, TOLD],
    [
      'Proofpoint before Microsoft 365, walked through',
      PROOFPOINT,
      { relays: [...M365.relays, '205.220.165.0/24'] },
      CHECKED,
    ],
    [
      'Proofpoint, which is believed',
      PROOFPOINT,
      { relays: [...M365.relays, '205.220.165.0/24'], authservId: 'ppops.net' },
      TOLD,
    ],
    [
      'Mimecast before Microsoft 365, walked through',
      MIMECAST,
      { relays: [...M365.relays, '195.130.217.0/24'] },
      CHECKED,
    ],
    [
      'Mimecast, which is believed',
      MIMECAST,
      { relays: [...M365.relays, '195.130.217.0/24'], authservId: 'relay.mimecast.com' },
      TOLD,
    ],
    ['Postfix with rspamd and a store behind it, as it is', RSPAMD, {}, CHECKED],
    ['Postfix with rspamd, which is believed', RSPAMD, { authservId: 'mx.desk.example' }, TOLD],
    ['Postfix with OpenDMARC, as it is', OPENDMARC, {}, CHECKED],
    ['Postfix with OpenDMARC, which is believed', OPENDMARC, { authservId: 'mx.desk.example' }, TOLD],
    ['cPanel (Exim) behind a filter of its provider', CPANEL, { relays: ['203.0.113.5'] }, CHECKED],
    ['GMX, as it is', GMX, {}, CHECKED],
    ['GMX, which is believed', GMX, { authservId: 'gmx.net' }, TOLD],
  ])('%s', async (_, fields, trusted, verdict) => {
    expect(await verdictOf(fields, trusted)).toEqual(verdict);
  });

  it.each([
    ['Microsoft 365', MICROSOFT],
    ['Fastmail', FASTMAIL],
  ])('nobody behind %s, while nothing is set: it is marked, and not held back', async (_, fields) => {
    expect(await verdictOf(fields, {})).toEqual({ proof: 'failed', by: 'desk' });
  });
});

describe('a server that is believed', () => {
  const ID = { authservId: 'mx.desk.example' };
  const forged = OUTSIDE('mx.desk.example (Postfix)', '198.51.100.9');
  const DENIED = { proof: 'denied', by: 'desk' };

  it('is believed though DNS does not answer, or says something else by now', async () => {
    expect(await verdictOf(OPENDMARC, ID, { dns: {} })).toEqual(TOLD);
  });

  it.each<readonly [string, readonly string[]]>([
    ['below the first line of its own', [forged, PASSED('mx.desk.example')]],
    [
      'below it, with a line of its own above',
      ['Authentication-Results: mx.desk.example; none', forged, PASSED('mx.desk.example')],
    ],
    [
      'below a line that says that it is from the same machine',
      [forged, 'Received: from localhost ([127.0.0.1]) by mx.desk.example; now', PASSED('mx.desk.example')],
    ],
    ['of ARC, below it', [forged, `ARC-${PASSED('i=9; mx.desk.example')}`]],
    ['of another server, above it', [PASSED('mx.evil.example'), forged]],
    ['of one whose name only ends alike', [PASSED('evil-mx.desk.example'), forged]],
    ['of one whose name is a comment', [PASSED('(mx.desk.example) evil.example'), forged]],
    ['of one whose name is quoted in another', [PASSED('"mx.desk.example; x"'), forged]],
    ['of a version that nobody knows', [PASSED('mx.desk.example 2'), forged]],
    ['of another domain', ['Authentication-Results: mx.desk.example; dmarc=pass header.from=evil.example', forged]],
    [
      'that stands in a comment',
      ['Authentication-Results: mx.desk.example; spf=none (; dmarc=pass header.from=example.org)', forged],
    ],
    [
      'that is quoted',
      ['Authentication-Results: mx.desk.example; spf=none reason="; dmarc=pass header.from=example.org"', forged],
    ],
    [
      'behind a thousand others',
      [
        `Authentication-Results: mx.desk.example; dmarc=none; ${'dkim=pass header.d=evil.example;\r\n '.repeat(1_000)}spf=pass smtp.mailfrom=example.org`,
        forged,
      ],
    ],
    [
      'behind one that it wrote above',
      [
        'Authentication-Results: mx.desk.example; dmarc=fail header.from=example.org',
        PASSED('mx.desk.example'),
        forged,
      ],
    ],
  ])('is not who wrote what stands %s', async (_, fields) => {
    const { proof } = await verdictOf(fields, ID);
    expect(proof).toBe(DENIED.proof);
  });

  it('says nothing of a mail without a line of who gave it, as it may have been laid there', async () => {
    expect(await verdictOf([PASSED('mx.desk.example')], ID)).toMatchObject({ proof: 'failed' });
    const within = ['Received: by mx.desk.example with HTTP; now', PASSED('mx.desk.example')];
    expect(await verdictOf(within, ID)).toMatchObject({ proof: 'failed' });
  });

  it('says nothing of a mail of several senders', async () => {
    const two = [...OPENDMARC, 'From: Boss <boss@bank.example>'];
    expect((await verdictOf(two, ID)).proof).toBe('denied');
    const pair = await verdictOf(OPENDMARC, ID, { from: 'From: anna@example.org, boss@bank.example' });
    expect(pair.proof).toBe('denied');
  });

  it('is understood in odd letters, folded anywhere', async () => {
    const odd =
      'AUTHENTICATION-results :\r\n (x) MX.DESK.example\r\n 1 ;\r\n Dmarc\r\n =\r\n PASS\r\n (ok)\r\n Header.From=EXAMPLE.org';
    expect(await verdictOf([odd, forged], ID)).toEqual(TOLD);
  });

  it('denies what fails, whatever address is written of who gave it; only a signature speaks against that', async () => {
    const failed = 'Authentication-Results: mx.desk.example; dmarc=fail header.from=example.org';
    const fields = [failed, OUTSIDE('mx.desk.example')];
    expect(await verdictOf(fields, ID)).toEqual({ proof: 'denied', by: 'server' });
    const none = { ...REJECT, '_dmarc.example.org': 'v=DMARC1; p=none' };
    expect(await verdictOf(fields, ID, { dns: none })).toEqual({ proof: 'failed', by: 'server' });
    expect(await verdictOf(fields, ID, { dns: {} })).toEqual({ proof: 'unknown', by: 'desk' });
  });
});

describe('another customer of the provider that sends for a domain, who writes a Return-Path of its own', () => {
  const OURS = OUTSIDE('mx.desk.example');
  const written = 'Return-Path: <anna@example.org>';

  it.each<readonly [string, readonly string[]]>([
    ['below that of the server', ['Return-Path: <x@evil.example>', OURS, written]],
    ['below that of the server, which names nobody', ['Return-Path: <>', OURS, written]],
    ['above that of a server that writes below what came from outside', [OURS, written, 'Return-Path: x@evil.example']],
    ['below that', [OURS, 'Return-Path: x@evil.example', written]],
  ])('is not confirmed: %s', async (_, fields) => {
    expect(await verdictOf(fields, {})).toEqual({ proof: 'denied', by: 'desk' });
  });

  it('keeps nobody from being confirmed by that of the server', async () => {
    expect(await verdictOf([written, OURS, 'Return-Path: <x@lists.example>'], {})).toEqual(CHECKED);
    expect(await verdictOf([OURS, written, 'Return-Path: anna@example.org'], {})).toEqual(CHECKED);
  });
});

describe('servers that pass mails on', () => {
  const through = OUTSIDE('mx.desk.example (Postfix)', '203.0.113.5');
  const claimed = OUTSIDE('relay.desk.example');

  it('are walked through one by one, to the first that is none', async () => {
    expect(await verdictOf([through, claimed], { relays: ['203.0.113.5'] })).toEqual(CHECKED);
    const outside = OUTSIDE('relay.desk.example', '198.51.100.9');
    expect((await verdictOf([through, outside, claimed], { relays: ['203.0.113.5'] })).proof).toBe('denied');
  });

  it('are not those that are not named: what they wrote counts for nothing', async () => {
    expect((await verdictOf([through, claimed], { relays: ['203.0.113.6'] })).proof).toBe('denied');
    expect((await verdictOf([through, claimed], {})).proof).toBe('denied');
  });

  it('leave it open who gave them a mail where they do not write that', async () => {
    expect((await verdictOf([through], { relays: ['203.0.113.5'] })).proof).toBe('failed');
    const unsaid = 'Received: from mail.example.org by relay.desk.example; now';
    expect((await verdictOf([through, unsaid, claimed], { relays: ['203.0.113.5'] })).proof).toBe('failed');
  });
});

/** What becomes of a mail of Anna's with these fields above the others. */
async function verdictOf(
  fields: readonly string[],
  trusted: Partial<TrustedServers>,
  {
    dns = REJECT,
    from = 'From: Anna Berg <anna@example.org>',
  }: { dns?: Readonly<Record<string, string>>; from?: string } = {},
) {
  const path = fields.some((one) => /^Return-Path/i.test(one)) ? [] : ['Return-Path: <anna@example.org>'];
  const mail = [...path, ...fields, from, 'To: support@desk.example', 'Subject: The printer', '', 'It is silent.', ''];
  const senders = new SenderCheck();
  senders.resolver = (name, type) =>
    type === 'TXT' && name in dns
      ? Promise.resolve([[(dns as Record<string, string>)[name] ?? '']])
      : Promise.reject(Object.assign(new Error(`${type} ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
  return senders.verdict(
    Buffer.from(mail.join('\r\n')),
    { sender: ANNA },
    {
      trusted: { ...NOBODY_TRUSTED, ...trusted },
      isLate: false,
    },
  );
}
