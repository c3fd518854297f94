import { type AddressInfo, createServer } from 'node:net';
import { mailboxAddresses } from '../src/config/mailbox-addresses.ts';
import type { FetchedMail } from '../src/mail/domain/kept-mail.ts';
import { failureWords } from '../src/mail/mailbox/failure-words.ts';
import { type MailboxToFollow, followMailbox } from '../src/mail/mailbox/imap-mailbox.ts';
import { RefusedMails } from '../src/mail/mailbox/refused-mails.ts';
import { mailWith } from './mails/mail-fixture.ts';
import { type BendingLine, startBendingLine } from './support/bending-line.ts';
import { type Dovecot, NO_DOVECOT, PASSWORD, startDovecot } from './support/dovecot.ts';
import { until } from './support/until.ts';

const SLASHES = `
namespace inbox {
  inbox = yes
  separator = /
}
`;
const PREFIX = `
namespace inbox {
  inbox = yes
  separator = .
  prefix = INBOX.
}
`;
const withDovecot = NO_DOVECOT ? describe.skip : describe;

withDovecot(`a mailbox that is followed over an odd line${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  let server: Dovecot;
  let line: BendingLine;
  let box: string;
  let boxes = 0;
  let following: Follower[] = [];

  beforeAll(async () => {
    server = await startDovecot({ also: SLASHES });
  });
  beforeEach(async () => {
    box = `box${String(++boxes)}@desk.example`;
    line = await startBendingLine(server.plainPort);
  });
  afterEach(async () => {
    await Promise.all(following.map(({ stop }) => stop()));
    following = [];
    await line.stop();
  });
  afterAll(() => server.stop());

  it('is looked into again and again where the server does not tell of new mails (no IDLE)', async () => {
    line.bends = (said) => said.replaceAll(/ IDLE\b/g, '');
    const one = follow({ lookAgainMs: 20 });
    for (const subject of ['First', 'Second', 'Third']) {
      server.deliver(box, letter(subject));
      await until(() => Promise.resolve(one.subjects().at(-1) === subject));
    }
    expect(one.subjects()).toEqual(['First', 'Second', 'Third']);
    expect(line.asked.filter((asked) => asked.includes('IDLE'))).toEqual([]);
  });

  it('is not asked for anything while nothing comes, where the server tells', async () => {
    const one = follow();
    await until(() => Promise.resolve(line.asked.some((asked) => asked.includes('IDLE'))));
    const before = line.asked.filter((asked) => asked.includes('EXAMINE')).length;
    server.deliver(box, letter('Told of'));
    await until(() => Promise.resolve(one.looks() === 2));
    expect(one.subjects()).toEqual(['Told of']);
    expect(line.asked.filter((asked) => asked.includes('EXAMINE'))).toHaveLength(before + 1);
  });

  it.each(['rename', 'delete'])('is known to be gone within a look, and why: %s', async (how) => {
    server.lay(box, letter('Before'), { folder: 'Support' });
    const one = follow({ folder: 'Support', lookAgainMs: 20 });
    await until(() => Promise.resolve(one.subjects().length === 1));
    server.admin(box, 'mailbox', how, ...(how === 'rename' ? ['Support', 'Elsewhere'] : ['-Z', 'Support']));
    expect(await one.ended()).toMatch(/^(?:There is no folder Support|The server says): .+/);
    expect(await follow({ folder: 'Support' }).ended()).toMatch(/^There is no folder Support: .+/);
  });

  it('is read on under its new numbers when it is numbered anew', async () => {
    server.deliver(box, letter('Before'));
    const one = follow({ lookAgainMs: 20 });
    await until(() => Promise.resolve(one.taken.length === 1));
    server.admin(box, 'mailbox', 'update', '--uid-validity', '4711', 'INBOX');
    await until(() => Promise.resolve(one.taken.some(({ uidValidity }) => uidValidity === 4711n) || one.hasEnded()));
    const two = follow({ known: one });
    await until(() => Promise.resolve([...one.taken, ...two.taken].some(({ uidValidity }) => uidValidity === 4711n)));
  });

  it('gives no half of a mail when the server goes away in the middle of it, and the whole of it then', async () => {
    server.deliver(box, letter('Whole'));
    line.hears = (asked) => {
      if (!/FETCH .*BODY/.test(asked)) return undefined;
      setImmediate(() => line.cut());
      return '* 1 FETCH (UID 1 RFC822.SIZE 5000 BODY[] {5000}\r\nFrom: half@example.org\r\nSubj';
    };
    const one = follow();
    await one.ended();
    expect(one.taken).toEqual([]);
    line.hears = () => undefined;
    const two = follow();
    await until(() => Promise.resolve(two.taken.length === 1));
    expect(two.subjects()).toEqual(['Whole']);
  });

  it('says in the words of the server why that has ended the connection', async () => {
    const one = follow();
    await until(() => Promise.resolve(line.asked.some((asked) => asked.includes('IDLE'))));
    line.say('* BYE Disconnected for inactivity');
    expect(await one.ended()).toBe('The server says: Disconnected for inactivity.');
  });

  it('is read on where the server warns of something', async () => {
    const one = follow();
    await until(() => Promise.resolve(line.asked.some((asked) => asked.includes('IDLE'))));
    line.say('* OK [ALERT] Mailbox is at 95% of its quota');
    line.say('* NO [OVERQUOTA] Quota exceeded');
    server.deliver(box, letter('After the warning'));
    await until(() => Promise.resolve(one.subjects().length === 1));
    expect(one.hasEnded()).toBe(false);
  });

  it.each([
    ['[UNAVAILABLE] Temporary failure', 'Temporary failure'],
    ['[ALERT] Your account is disabled', 'Your account is disabled'],
    ['[AUTHENTICATIONFAILED] Invalid credentials', 'Invalid credentials'],
    [`[AUTHENTICATIONFAILED] Not by ${PASSWORD}`, 'Not by [secret]'],
  ])('says why somebody is not let in: %s', async (said, shown) => {
    line.hears = (asked) =>
      /^\S+ (?:LOGIN|AUTHENTICATE)/.test(asked) ? `${asked.split(' ')[0] ?? ''} NO ${said}\r\n` : undefined;
    const why = await follow().ended();
    expect(why).toContain(`It does not let ${box} in: `);
    expect(why).toContain(shown);
    expect(why).not.toContain(PASSWORD);
  });

  it('lets go at once of a server that keeps silent when it should begin to encrypt', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined)).listen(0, '127.0.0.1');
    await until(() => Promise.resolve(silent.listening));
    let met = 0;
    silent.on('connection', () => met++);
    const { port } = silent.address() as AddressInfo;
    const one = follow({ port, security: 'tls' });
    await until(() => Promise.resolve(met === 1));
    await one.stop();
    silent.close();
  });

  it('is encrypted by STARTTLS where that is set, or not read, on this machine too', async () => {
    expect(await follow({ security: 'starttls' }).ended()).toContain('STARTTLS');
    expect(line.asked.filter((asked) => /LOGIN|AUTHENTICATE/.test(asked))).toEqual([]);
  });

  it('gives a mail with a header of 5 MB, and those behind it', async () => {
    const references = `References:${' <id@example.org>\r\n'.repeat(300_000)}`;
    server.deliver(box, mailWith([`Subject: Long`, references], 'Text'));
    server.deliver(box, letter('Behind it'));
    const one = follow();
    await until(() => Promise.resolve(one.taken.length === 2));
    expect(one.subjects()).toEqual(['Long', 'Behind it']);
    expect(one.taken[0]?.raw?.length).toBeGreaterThan(5_000_000);
  });

  it('gives 500 mails that come at once, in order and each once', async () => {
    const one = follow();
    await until(() => Promise.resolve(one.looks() === 1));
    for (let n = 0; n < 500; n++) server.deliver(box, letter(`Flood ${String(n)}`));
    await until(() => Promise.resolve(one.taken.length >= 500));
    expect(one.subjects()).toEqual(Array.from({ length: 500 }, (_, n) => `Flood ${String(n)}`));
  });

  it('passes over a mail that somebody deletes between being found and being fetched', async () => {
    for (const subject of ['One', 'Two', 'Three']) server.deliver(box, letter(subject));
    let deleted = 0;
    line.hears = (asked) => {
      if (/FETCH 2 .*BODY/.test(asked) && deleted++ === 0) server.admin(box, 'expunge', 'mailbox', 'INBOX', 'uid', '2');
      return undefined;
    };
    const one = follow();
    await until(() => Promise.resolve(one.looks() === 1 || one.hasEnded()));
    const two = one.hasEnded() ? follow({ known: one }) : one;
    await until(() => Promise.resolve(two.subjects().at(-1) === 'Three'));
    expect(deleted).toBeGreaterThan(0);
    expect([...new Set([...one.subjects(), ...two.subjects()])]).toEqual(['One', 'Three']);
  });

  it.each(['Größe & Co', 'Two words/Below', 'サポート/受信', 'A "quoted" one', 'inbox', 'Inbox'])(
    'is found by its name as people write it: %s',
    async (folder) => {
      if (folder.toLowerCase() === 'inbox') server.deliver(box, letter('There'));
      else {
        server.admin(box, 'mailbox', 'create', folder);
        append(folder);
      }
      const one = follow({ folder });
      await until(() => Promise.resolve(one.looks() === 1 || one.hasEnded()));
      expect([one.hasEnded() ? await one.ended() : null, one.subjects()]).toEqual([null, ['There']]);
    },
  );

  it('is found where all folders stand below the inbox, with that before its name and without', async () => {
    const courier = await startDovecot({ also: PREFIX });
    courier.lay(box, letter('Below'), { folder: 'Support' });
    for (const folder of ['Support', 'INBOX.Support']) {
      const one = follow({ folder, port: courier.plainPort });
      await until(() => Promise.resolve(one.looks() === 1 || one.hasEnded()));
      expect([folder, one.subjects()]).toEqual([folder, ['Below']]);
      await one.stop();
    }
    await courier.stop();
  });

  function append(folder: string): void {
    server.deliver(box, letter('There'));
    server.admin(box, 'move', folder, 'mailbox', 'INBOX', 'all');
  }

  interface Follower {
    readonly taken: readonly FetchedMail[];
    readonly subjects: () => string[];
    readonly looks: () => number;
    readonly hasEnded: () => boolean;
    /** Why it ended, in words for admins. */
    readonly ended: () => Promise<string>;
    readonly stop: () => Promise<void>;
  }

  function follow(
    given: Partial<Pick<MailboxToFollow, 'folder' | 'port' | 'security'>> & {
      lookAgainMs?: number;
      known?: Follower;
    } = {},
  ): Follower {
    const { lookAgainMs = 60_000, known, ...place } = given;
    const [settings] = mailboxAddresses(server.address(box));
    if (!settings) throw new Error('There is no mailbox');
    const login = { kind: 'password', password: settings.password } as const;
    const mailbox: MailboxToFollow = { ...settings, port: line.port, security: 'none', login, ...place };
    const stop = new AbortController();
    const taken: FetchedMail[] = [];
    const all = () => [...(known?.taken ?? []), ...taken];
    let [looks, isOver] = [0, false];
    const taker = {
      lastUid: (_: string, uidValidity: bigint) =>
        Promise.resolve(all().findLast((mail) => mail.uidValidity === uidValidity)?.uid ?? 0),
      take: (mail: FetchedMail) => Promise.resolve(void taken.push(mail)),
    };
    const looked = () => {
      looks += 1;
      return Promise.resolve();
    };
    const end = followMailbox(mailbox, taker, new RefusedMails(), stop.signal, { looked, lookAgainMs })
      .then(
        () => 'It was stopped',
        (error: unknown) => failureWords(error, mailbox),
      )
      .finally(() => {
        isOver = true;
      });
    const follower = {
      ...{ taken, looks: () => looks, hasEnded: () => isOver, ended: () => end },
      subjects: () => taken.map(({ raw }) => /^Subject: (.*?)\r?$/m.exec(raw?.toString() ?? '')?.[1] ?? ''),
      stop: async () => {
        stop.abort();
        await end;
      },
    };
    following.push(follower);
    return follower;
  }

  function letter(subject: string): Buffer {
    return mailWith([`Subject: ${subject}`, `Message-ID: <${subject.replaceAll(' ', '-')}@${box}>`], 'Help!');
  }
});
