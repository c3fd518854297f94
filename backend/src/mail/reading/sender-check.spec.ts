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
    expect(await checkedSender(await signed(MAIL), ANNA, dns({ 'example.org': 'v=spf1 -all' }))).toBe('confirmed');
  });

  it('confirms what a server of the domain delivered', async () => {
    expect(await checkedSender(Buffer.from(MAIL), ANNA, dns())).toBe('confirmed');
  });

  it('confirms a signed mail of a domain that has no policy', async () => {
    const none = dns({ '_dmarc.example.org': null, 'example.org': null });
    expect(await checkedSender(await signed(MAIL), ANNA, none)).toBe('confirmed');
  });

  it('denies a forged mail of a domain that wants such mails refused', async () => {
    expect(await checkedSender(Buffer.from(MAIL.replaceAll('192.0.2.7', '198.51.100.9')), ANNA, dns())).toBe('denied');
  });

  it('denies a mail that was changed after it was signed', async () => {
    const changed = (await signed(MAIL)).toString('latin1').replace('It prints nothing', 'Pay me');
    expect(await checkedSender(Buffer.from(changed, 'latin1'), ANNA, dns({ 'example.org': 'v=spf1 -all' }))).toBe(
      'denied',
    );
  });

  const P_NONE = { '_dmarc.example.org': 'v=DMARC1; p=none' };
  const NO_POLICY = { '_dmarc.example.org': null };

  it.each<readonly [string, Readonly<Record<string, string | null>>]>([
    ['wants nothing done with what fails', { ...P_NONE, 'example.org': 'v=spf1 -all' }],
    ['names the servers of its mails, and has no policy', { ...NO_POLICY, 'example.org': 'v=spf1 -all' }],
  ])('has a mail fail that another server delivered for a domain that %s', async (_, records) => {
    expect(await checkedSender(Buffer.from(MAIL), ANNA, dns(records))).toBe('failed');
  });

  it.each<readonly [string, Readonly<Record<string, string | null>>]>([
    ['has set nothing up', { ...NO_POLICY, 'example.org': null }],
    ['is not sure of its servers', { ...NO_POLICY, 'example.org': 'v=spf1 ~all' }],
  ])('does not know a mail of a domain that %s', async (_, records) => {
    expect(await checkedSender(Buffer.from(MAIL), ANNA, dns(records))).toBe('unknown');
  });

  it.each([
    ['a server of the house passed on', MAIL.replaceAll('192.0.2.7', '10.1.2.3')],
    ['nobody is named as the server of', MAIL.replace(/^Received: .*\r\n/m, '')],
  ])('does not know a mail that %s', async (_, mail) => {
    const refusing = dns({ ...P_NONE, 'example.org': 'v=spf1 -all' });
    expect(await checkedSender(Buffer.from(mail), ANNA, refusing)).toBe('unknown');
  });

  it('does not know a mail whose signature or servers could not be asked for', async () => {
    const answers = dns({ ...P_NONE, 'example.org': 'v=spf1 -all' });
    const without = (unheard: string) => (name: string, type: string) =>
      name === unheard
        ? Promise.reject(Object.assign(new Error(`queryTxt ESERVFAIL ${name}`), { code: 'ESERVFAIL' }))
        : answers(name, type);
    const mail = await signed(MAIL);
    expect(await checkedSender(mail, ANNA, without('key._domainkey.example.org'))).toBe('unknown');
    expect(await checkedSender(Buffer.from(MAIL), ANNA, without('example.org'))).toBe('unknown');
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
    expect(await checkedSender(after(9), ANNA, listening)).toBe('confirmed');
    expect(asked).toContain('key._domainkey.example.org');
    asked.length = 0;
    expect(await checkedSender(after(500), ANNA, listening)).toBe('denied');
    expect(asked).not.toContain('key._domainkey.example.org');
  });

  it('does not know a mail with two senders, of which another may be shown than is confirmed', async () => {
    const two = MAIL.replace('To:', 'From: Boss <boss@bank.example>\r\nTo:');
    expect(await checkedSender(Buffer.from(two), ANNA, dns())).toBe('unknown');
  });

  it('does not know a mail in which the desk reads another sender than was asked about', async () => {
    expect(await checkedSender(Buffer.from(MAIL), 'boss@bank.example', dns())).toBe('unknown');
  });

  it.each(['', 'From: nobody', 'From: a@\r\n\r\nx'])('does not know %j', async (mail) => {
    expect(await checkedSender(Buffer.from(mail), ANNA, dns())).toBe('unknown');
  });

  it('does not know any mail while nobody answers', async () => {
    const away = () => Promise.reject(Object.assign(new Error('queryTxt ETIMEOUT'), { code: 'ETIMEOUT' }));
    expect(await checkedSender(Buffer.from(MAIL), ANNA, away)).toBe('unknown');
  });
});

async function signed(mail: string): Promise<Buffer> {
  const key = {
    signingDomain: 'example.org',
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
