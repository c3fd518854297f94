import { generateKeyPairSync } from 'node:crypto';
import { dkimSign } from 'mailauth';
import { checkedSender } from './sender-check.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');

const ANNA = 'anna@example.org';

const MAIL = [
  'Return-Path: <anna@example.org>',
  'Received: from mail.example.org (mail.example.org [192.0.2.7]) by mx.desk.example with ESMTP id 1; Mon, 3 Nov 2025 09:15:02 +0000',
  'From: Anna Berg <anna@example.org>',
  'To: support@desk.example',
  'Subject: The printer is silent',
  '',
  'It prints nothing.',
  '',
].join('\r\n');

const RECORDS: Record<string, string> = {
  'key._domainkey.example.org': `v=DKIM1; k=rsa; p=${KEY}`,
  '_dmarc.example.org': 'v=DMARC1; p=reject',
  'example.org': 'v=spf1 ip4:192.0.2.7 -all',
};

describe('asking whether a mail is from whom it says', () => {
  it('confirms what the domain has signed', async () => {
    expect(await checkedSender(await signed(MAIL), ANNA, { resolver: dns({ 'example.org': 'v=spf1 -all' }) })).toBe(
      'confirmed',
    );
  });

  it('confirms what a server of the domain delivered', async () => {
    expect(await checkedSender(Buffer.from(MAIL), ANNA, { resolver: dns() })).toBe('confirmed');
  });

  it('confirms a signed mail of a domain that has no policy', async () => {
    const none = dns({ '_dmarc.example.org': null, 'example.org': null });
    expect(await checkedSender(await signed(MAIL), ANNA, { resolver: none })).toBe('confirmed');
  });

  it('denies a forged mail of a domain that wants such mails refused', async () => {
    expect(
      await checkedSender(Buffer.from(MAIL.replaceAll('192.0.2.7', '198.51.100.9')), ANNA, { resolver: dns() }),
    ).toBe('denied');
  });

  it.each(['/', '#', '?', '\\'])(
    'denies what another domain has signed whose name begins with that of the sender and goes on with %s',
    async (sign) => {
      const others = `example.org${sign}.evil.example`;
      const answers = dns({ 'example.org': 'v=spf1 -all', [`key._domainkey.${others}`]: `v=DKIM1; k=rsa; p=${KEY}` });
      expect(await checkedSender(await signed(MAIL, { by: others }), ANNA, { resolver: answers })).toBe('denied');
    },
  );

  it('denies a mail that was changed after it was signed', async () => {
    const changed = (await signed(MAIL)).toString('latin1').replace('It prints nothing', 'Pay me');
    expect(
      await checkedSender(Buffer.from(changed, 'latin1'), ANNA, { resolver: dns({ 'example.org': 'v=spf1 -all' }) }),
    ).toBe('denied');
  });

  const P_NONE = { '_dmarc.example.org': 'v=DMARC1; p=none' };
  const NO_POLICY = { '_dmarc.example.org': null };

  it.each<readonly [string, Readonly<Record<string, string | null>>]>([
    ['wants nothing done with what fails', { ...P_NONE, 'example.org': 'v=spf1 -all' }],
    ['names the servers of its mails, and has no policy', { ...NO_POLICY, 'example.org': 'v=spf1 -all' }],
  ])('has a mail fail that another server delivered for a domain that %s', async (_, records) => {
    expect(await checkedSender(Buffer.from(MAIL), ANNA, { resolver: dns(records) })).toBe('failed');
  });

  it.each<readonly [string, Readonly<Record<string, string | null>>]>([
    ['has set nothing up', { ...NO_POLICY, 'example.org': null }],
    ['is not sure of its servers', { ...NO_POLICY, 'example.org': 'v=spf1 ~all' }],
  ])('does not know a mail of a domain that %s', async (_, records) => {
    expect(await checkedSender(Buffer.from(MAIL), ANNA, { resolver: dns(records) })).toBe('unknown');
  });

  it.each([
    ['a server of the house passed on', MAIL.replaceAll('192.0.2.7', '10.1.2.3')],
    ['nobody is named as the server of', MAIL.replace(/^Received: .*\r\n/m, '')],
  ])('does not know a mail that %s', async (_, mail) => {
    const refusing = dns({ ...P_NONE, 'example.org': 'v=spf1 -all' });
    expect(await checkedSender(Buffer.from(mail), ANNA, { resolver: refusing })).toBe('unknown');
  });

  it('does not know a mail whose signature or servers could not be asked for', async () => {
    const answers = dns({ ...P_NONE, 'example.org': 'v=spf1 -all' });
    const without = (unheard: string) => (name: string, type: string) =>
      name === unheard
        ? Promise.reject(Object.assign(new Error(`queryTxt ESERVFAIL ${name}`), { code: 'ESERVFAIL' }))
        : answers(name, type);
    const mail = await signed(MAIL);
    expect(await checkedSender(mail, ANNA, { resolver: without('key._domainkey.example.org') })).toBe('unknown');
    expect(await checkedSender(Buffer.from(MAIL), ANNA, { resolver: without('example.org') })).toBe('unknown');
  });

  it('looks at the first ten signatures, however many there are', async () => {
    const whole = await signed(MAIL);
    const other =
      'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=other.example; s=key; h=from;\r\n bh=AA==; b=AA==\r\n';
    const asked: string[] = [];
    const answers = dns({ 'example.org': 'v=spf1 -all' });
    const listening = (name: string, type: string) => {
      asked.push(name);
      return answers(name, type);
    };
    const after = (count: number) => Buffer.concat([Buffer.from(other.repeat(count)), whole]);
    expect(await checkedSender(after(9), ANNA, { resolver: listening })).toBe('confirmed');
    expect(asked).toContain('key._domainkey.example.org');
    asked.length = 0;
    expect(await checkedSender(after(500), ANNA, { resolver: listening })).toBe('denied');
    expect(asked).not.toContain('key._domainkey.example.org');
  });

  it.each<readonly [string, string, string]>([
    ['says to be from two domains', MAIL.replace('To:', 'From: Boss <boss@bank.example>\r\nTo:'), ANNA],
    [
      'says so in one field',
      MAIL.replace('<anna@example.org>\r\nTo', '<anna@example.org>, x@bank.example\r\nTo'),
      ANNA,
    ],
    [
      'has another sender for servers than is shown',
      MAIL.replace('From: Anna Berg <anna@', 'From: Eve <eve@evil.'),
      ANNA,
    ],
    ['has none for servers', 'From: nobody\r\n\r\nx', ANNA],
    ['is nothing', '', ANNA],
  ])('takes for not confirmed what %s, as its domain wants that', async (_, mail, sender) => {
    const asked = (records?: Readonly<Record<string, string | null>>) =>
      checkedSender(Buffer.from(mail), sender, { resolver: dns(records) });
    expect(await asked()).toBe('denied');
    expect(await asked(P_NONE)).toBe('failed');
    expect(await asked(NO_POLICY)).toBe('unknown');
  });

  it('confirms a mail of two people of one domain', async () => {
    const two = MAIL.replace('<anna@example.org>\r\nTo', '<anna@example.org>, bob@example.org\r\nTo');
    expect(await checkedSender(Buffer.from(two), ANNA, { resolver: dns() })).toBe('confirmed');
  });

  describe('while DNS fails', () => {
    const REFUSED = Buffer.from(MAIL.replaceAll('192.0.2.7', '198.51.100.9'));
    const failing = (unheard: string, times = Infinity, answers = dns()) => {
      let left = times;
      return (name: string, type: string) =>
        name === unheard && left-- > 0
          ? Promise.reject(Object.assign(new Error(`ESERVFAIL ${name}`), { code: 'ESERVFAIL' }))
          : answers(name, type);
    };

    it.each(['key._domainkey.example.org', 'example.org', '_dmarc.example.org'])(
      'denies nothing of a domain whose %s it does not give',
      async (name) => {
        const other = (await signed(MAIL)).toString('latin1').replaceAll('192.0.2.7', '198.51.100.9');
        const mail = name.startsWith('key') ? Buffer.from(other, 'latin1') : REFUSED;
        expect(await checkedSender(mail, ANNA, { resolver: failing(name) })).toBe('unknown');
      },
    );

    it('asks once more, a moment later', async () => {
      expect(await checkedSender(Buffer.from(MAIL), ANNA, { resolver: failing('example.org', 1) })).toBe('confirmed');
      expect(await checkedSender(REFUSED, ANNA, { resolver: failing('_dmarc.example.org', 1) })).toBe('denied');
    });

    it('denies what is forged, whatever other domains are named in it that do not answer', async () => {
      const evil =
        'DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=evil.example; s=key; h=from;\r\n bh=AA==; b=AA==\r\n';
      const mail = Buffer.concat([Buffer.from(evil), REFUSED]);
      expect(await checkedSender(mail, ANNA, { resolver: failing('key._domainkey.evil.example') })).toBe('denied');
      const bounced = Buffer.from(
        REFUSED.toString().replace('Return-Path: <anna@example.org>', 'Return-Path: <x@evil.example>'),
      );
      expect(await checkedSender(bounced, ANNA, { resolver: failing('evil.example') })).toBe('denied');
    });
  });

  describe('a mail that was passed on', () => {
    const FORWARDED = MAIL.replace('<anna@example.org>', '<srs0=x=y=example.org=anna@forward.example>').replaceAll(
      '192.0.2.7',
      '198.51.100.9',
    );
    const forwarding = (policy: string) =>
      dns({ '_dmarc.example.org': `v=DMARC1; p=${policy}`, 'forward.example': 'v=spf1 ip4:198.51.100.9 -all' });

    it('by a service that leaves it as it is, is confirmed by its signature', async () => {
      const path = FORWARDED.slice(0, FORWARDED.indexOf('From:'));
      const mail = (await signed(MAIL.slice(MAIL.indexOf('From:')))).toString('latin1');
      expect(await checkedSender(Buffer.from(path + mail, 'latin1'), ANNA, { resolver: forwarding('reject') })).toBe(
        'confirmed',
      );
    });

    it.each([
      ['reject', 'denied'],
      ['none', 'failed'],
    ])('without a signature fails where its domain has p=%s: %s', async (policy, proof) => {
      expect(await checkedSender(Buffer.from(FORWARDED), ANNA, { resolver: forwarding(policy) })).toBe(proof);
    });

    it('by a list that writes in its own name, is confirmed of the list', async () => {
      const list = FORWARDED.replace(
        'From: Anna Berg <anna@example.org>',
        'From: Anna via List <list@lists.example>',
      ).replace('@forward.example', '@lists.example');
      const records = { 'lists.example': 'v=spf1 ip4:198.51.100.9 -all', '_dmarc.lists.example': 'v=DMARC1; p=reject' };
      expect(await checkedSender(Buffer.from(list), 'list@lists.example', { resolver: dns(records) })).toBe(
        'confirmed',
      );
    });

    it('by a list that adds a line below, is not confirmed, also where the signature leaves the end open', async () => {
      const whole = await signed(MAIL, { maxBodyLength: 5 });
      expect(whole.toString()).toContain('l=5');
      const open = dns({ 'example.org': 'v=spf1 -all', '_dmarc.example.org': 'v=DMARC1; p=none' });
      const longer = Buffer.concat([whole, Buffer.from('Pay me.\r\n')]);
      expect(await checkedSender(longer, ANNA, { resolver: open })).not.toBe('confirmed');
    });
  });

  it.each([
    ['p=none; sp=reject', 'denied'],
    ['p=reject; sp=none', 'failed'],
    ['p=reject', 'denied'],
  ])('goes by what a domain wants done with mails of those below it: %s', async (policy, proof) => {
    const below = MAIL.replaceAll('anna@example.org', 'anna@news.example.org');
    const records = { '_dmarc.example.org': `v=DMARC1; ${policy}`, 'news.example.org': 'v=spf1 -all' };
    expect(await checkedSender(Buffer.from(below), 'anna@news.example.org', { resolver: dns(records) })).toBe(proof);
  });

  it('holds nothing back that lay for days, or of which it is not known who delivered it: it fails', async () => {
    const forged = Buffer.from(MAIL.replaceAll('192.0.2.7', '198.51.100.9'));
    expect(await checkedSender(forged, ANNA, { resolver: dns(), isLate: true })).toBe('failed');
    expect(await checkedSender(forged, ANNA, { resolver: dns(), address: null })).toBe('failed');
    const house = Buffer.from(MAIL.replaceAll('192.0.2.7', '10.1.2.3'));
    expect(await checkedSender(house, ANNA, { resolver: dns() })).toBe('failed');
  });

  it('does not know any mail while nobody answers', async () => {
    const away = () => Promise.reject(Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' }));
    expect(await checkedSender(Buffer.from(MAIL), ANNA, { resolver: away })).toBe('unknown');
  });
});

async function signed(
  mail: string,
  { by = 'example.org', ...more }: { readonly by?: string; readonly maxBodyLength?: number } = {},
): Promise<Buffer> {
  const key = {
    ...more,
    signingDomain: by,
    selector: 'key',
    privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
  const { signatures } = await dkimSign(Buffer.from(mail), { ...key, signatureData: [key] });
  return Buffer.from(signatures + mail);
}

/** Answers for DNS from a list: texts by name, of which some are others, or gone where they are null. */
function dns(others: Readonly<Record<string, string | null>> = {}) {
  return (name: string, type: string): Promise<string[][]> => {
    const text = type === 'TXT' ? { ...RECORDS, ...others }[name] : null;
    if (text) return Promise.resolve([[text]]);
    return Promise.reject(Object.assign(new Error(`${type} ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
  };
}
