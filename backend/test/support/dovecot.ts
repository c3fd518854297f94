import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createConnection } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { openPort } from './open-port.ts';
import { OWN_AUTHORITY, OWN_AUTHORITY_KEY } from './own-authority.ts';
import { until } from './until.ts';

const PROGRAM = '/usr/sbin/dovecot';
export const PASSWORD = 'mail-secret';

/** Why there is no Dovecot here; null where there is one. */
export const NO_DOVECOT = existsSync(PROGRAM)
  ? null
  : 'there is no Dovecot, and nothing of npm stands in: apt-get install dovecot-imapd';

/** A real IMAP server with mailboxes that spring into being. */
export interface Dovecot {
  /** The address of somebody's mailbox, over TLS from the first byte where it is encrypted. */
  readonly address: (user: string) => string;
  /** Where it begins without encryption; with STARTTLS where it is encrypted. */
  readonly plainPort: number;
  /** Lays a mail into a mailbox, as a server does that has received it; with the mode 0 it cannot read it again. */
  readonly deliver: (user: string, mail: Buffer, mode?: number) => void;
  /** Lays one into a folder of theirs, as one that came at a moment. */
  readonly lay: (user: string, mail: Buffer, place?: { readonly folder?: string; readonly at?: Date }) => void;
  /** Has the server's own program do something to somebody's mailbox, such as `mailbox rename`. */
  readonly admin: (user: string, ...command: readonly string[]) => void;
  /** Writes a file beside its configuration. */
  readonly write: (name: string, text: string) => void;
  /** Lets somebody in no more, or again. */
  readonly lockOut: (user: string, isLocked: boolean) => void;
  /** Gives the mails of somebody's mailbox other numbers, as after a move to another server, which may write something into each. */
  readonly renumber: (user: string, change?: (mail: Buffer) => Buffer) => void;
  /** How many connections somebody's mailbox has. */
  readonly connections: (user: string) => number;
  /** Ends all connections at once, of which there is at least one. */
  readonly dropConnections: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface DovecotSettings {
  /** The address of an introspection endpoint: access tokens are taken too, which that knows. */
  readonly introspection?: string;
  /** Whether nobody is let in but over TLS, with the certificate of `own-authority.ts`. */
  readonly isEncrypted?: boolean;
  /** Further lines of its configuration; `FOLDER` in them is where it lives. */
  readonly also?: string;
}

export async function startDovecot({
  introspection,
  isEncrypted = false,
  also = '',
}: DovecotSettings = {}): Promise<Dovecot> {
  const folder = mkdtempSync('/tmp/dovecot-');
  const [port, plainPort] = [await openPort(), await openPort()];
  const root = userInfo().uid === 0;
  // Dovecot gives no mails to root.
  const owner = root ? Number(execFileSync('id', ['-u', 'nobody']).toString()) : userInfo().uid;
  const group = root ? Number(execFileSync('id', ['-g', 'nobody']).toString()) : userInfo().gid;
  writeFileSync(
    join(folder, 'dovecot.conf'),
    configuration(folder, owner, group) +
      ways(port, plainPort, isEncrypted) +
      tokens(folder, introspection) +
      also.replaceAll('FOLDER', folder),
  );
  mkdirSync(join(folder, 'mail'));
  chownSync(join(folder, 'mail'), owner, group);
  if (root) execFileSync('chmod', ['755', folder]);
  const lockedOut = join(folder, 'locked-out');
  writeFileSync(lockedOut, '');
  const server = spawn(PROGRAM, ['-F', '-c', join(folder, 'dovecot.conf')], { stdio: 'ignore' });
  await until(() => answers(port));
  let mails = 0;
  const put = (user: string, mail: Buffer, place: { mode: number; folder?: string; at?: Date | undefined }): void => {
    const home = join(folder, 'mail', user, 'Maildir', place.folder ? `.${place.folder}` : '');
    for (const part of ['', 'tmp', 'new', 'cur']) {
      mkdirSync(join(home, part), { recursive: true });
      const parents = [join(folder, 'mail', user), join(folder, 'mail', user, 'Maildir'), home];
      for (const path of [...parents, join(home, part)]) chownSync(path, owner, group);
    }
    const name = `${Date.now()}.${String(++mails).padStart(8, '0')}.test`;
    const [laid, there] = [join(home, 'tmp', name), join(home, 'new', name)];
    writeFileSync(laid, mail);
    chmodSync(laid, place.mode);
    chownSync(laid, owner, group);
    if (place.at) utimesSync(laid, place.at, place.at);
    renameSync(laid, there);
  };
  let validities = 1_000;
  return {
    address: (user) => `${isEncrypted ? 'imaps' : 'imap'}://${encodeURIComponent(user)}:${PASSWORD}@127.0.0.1:${port}`,
    plainPort: isEncrypted ? plainPort : port,
    deliver: (user, mail, mode = 0o644) => {
      put(user, mail, { mode });
    },
    lay: (user, mail, { folder: name = '', at } = {}) => {
      put(user, mail, { mode: 0o644, folder: name, at });
    },
    admin: (user, ...command) => {
      const [name = '', ...rest] = command;
      // What takes more than a word has the user behind both.
      const sub = name === 'mailbox' ? [rest.shift() ?? ''] : [];
      execFileSync('doveadm', ['-c', join(folder, 'dovecot.conf'), name, ...sub, '-u', user, ...rest]);
    },
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
    },
    lockOut: (user, isLocked) => {
      writeFileSync(lockedOut, isLocked ? `${user}:\n` : '');
      execFileSync('doveadm', ['-c', join(folder, 'dovecot.conf'), 'auth', 'cache', 'flush']);
    },
    renumber: (user, change) => {
      const home = join(folder, 'mail', user, 'Maildir');
      for (const part of change ? ['new', 'cur'] : []) {
        for (const name of readdirSync(join(home, part))) {
          const mail = join(home, part, name);
          const { atime, mtime } = statSync(mail);
          writeFileSync(mail, change?.(readFileSync(mail)) ?? '');
          utimesSync(mail, atime, mtime);
        }
      }
      for (const name of readdirSync(home)) if (name.startsWith('dovecot')) rmSync(join(home, name));
      // By it a server counts on from the last validity.
      writeFileSync(join(home, 'dovecot-uidlist'), `3 V${++validities} N1 G${'1'.repeat(32)}\n`);
      chownSync(join(home, 'dovecot-uidlist'), owner, group);
    },
    connections: (user) => {
      const { stdout } = spawnSync('doveadm', ['-c', join(folder, 'dovecot.conf'), 'who', '-1']);
      return stdout
        .toString()
        .split('\n')
        .filter((line) => line.startsWith(user)).length;
    },
    dropConnections: () => {
      // Says so while there is nobody to be cut off.
      const cut = () => spawnSync('doveadm', ['-c', join(folder, 'dovecot.conf'), 'kick', '*']).status === 0;
      return until(() => Promise.resolve(cut()));
    },
    stop: async () => {
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(folder: string, uid: number, gid: number): string {
  const own =
    userInfo().uid === 0
      ? ''
      : `default_internal_user = ${userInfo().username}\ndefault_login_user = ${userInfo().username}\n`;
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
disable_plaintext_auth = no
first_valid_uid = 1
${own}mail_location = maildir:~/Maildir
mailbox_idle_check_interval = 1 secs
auth_failure_delay = 0
service anvil {
  chroot =
  # Nobody waits for having been refused before.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
passdb {
  driver = passwd-file
  deny = yes
  args = ${folder}/locked-out
}
passdb {
  driver = static
  mechanisms = plain
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u allow_all_users=yes
}
`;
}

/** How it is reached: without encryption, or over TLS and by STARTTLS. */
function ways(port: number, plainPort: number, isEncrypted: boolean): string {
  const encryption = isEncrypted
    ? `ssl = required\nssl_cert = <${OWN_AUTHORITY}\nssl_key = <${OWN_AUTHORITY_KEY}\n`
    : 'ssl = no\n';
  return `${encryption}service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${isEncrypted ? plainPort : port}
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${isEncrypted ? port : 0}
    ssl = yes
  }
}
`;
}

function tokens(folder: string, introspection: string | undefined): string {
  if (introspection === undefined) return '';
  const settings = `introspection_mode = post
introspection_url = ${introspection}
username_attribute = username
active_attribute = active
active_value = true
`;
  writeFileSync(join(folder, 'oauth2.conf'), settings);
  return `auth_mechanisms = plain oauthbearer xoauth2
passdb {
  driver = oauth2
  mechanisms = oauthbearer xoauth2
  args = ${folder}/oauth2.conf
}
`;
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => {
      resolve(false);
    });
  });
}

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const exit = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGTERM');
  await exit;
}
