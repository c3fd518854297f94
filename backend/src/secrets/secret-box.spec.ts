import { randomBytes } from 'node:crypto';
import { Environment } from '../config/environment.ts';
import { Secret } from '../config/secret.ts';
import { Settings } from '../config/settings.ts';
import { SecretBox } from './secret-box.ts';

const KEY = randomBytes(32).toString('base64');
const WORDS = new Secret('correct horse: ünïcode ✓');

function boxWith(key?: string): SecretBox {
  const environment = Object.assign(new Environment(), { DATABASE_URL: 'postgres://desk@localhost/desk' });
  return new SecretBox(new Settings(Object.assign(environment, key === undefined ? {} : { SECRET_KEY: key })));
}

describe('a sealed secret', () => {
  it('opens with the same key for the same use, also by another process', () => {
    const sealed = boxWith(KEY).seal(WORDS, 'imap');
    expect(boxWith(KEY).open(sealed, 'imap')?.reveal()).toBe(WORDS.reveal());
  });

  it('shows nothing of what it holds, and never looks the same twice', () => {
    const box = boxWith(KEY);
    const [one, other] = [box.seal(WORDS, 'imap'), box.seal(WORDS, 'imap')];
    expect(one).not.toBe(other);
    for (const part of one.split('.')) {
      expect(Buffer.from(part, 'base64url').includes('correct')).toBe(false);
      expect(Buffer.from(part, 'base64url').includes(Buffer.from(KEY, 'base64').subarray(0, 8))).toBe(false);
    }
  });

  it('stays closed for another use, another key and without one', () => {
    const sealed = boxWith(KEY).seal(WORDS, 'imap');
    expect(boxWith(KEY).open(sealed, 'smtp')).toBeNull();
    expect(boxWith(randomBytes(32).toString('base64')).open(sealed, 'imap')).toBeNull();
    expect(boxWith().open(sealed, 'imap')).toBeNull();
  });

  it('stays closed when a byte of it was changed, or it is none', () => {
    const sealed = boxWith(KEY).seal(WORDS, 'imap');
    const [name = '', text = ''] = sealed.split('.');
    const bytes = Buffer.from(text, 'base64url');
    for (const at of [0, 12, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8((changed.readUInt8(at) + 1) % 256, at);
      expect(boxWith(KEY).open(`${name}.${changed.toString('base64url')}`, 'imap')).toBeNull();
    }
    for (const none of ['', name, `${name}.`, `${name}.AAAA`]) expect(boxWith(KEY).open(none, 'imap')).toBeNull();
  });

  it('is not made without a key', () => {
    expect(boxWith().hasKey).toBe(false);
    expect(() => boxWith().seal(WORDS, 'imap')).toThrow('SECRET_KEY is not set');
  });
});
