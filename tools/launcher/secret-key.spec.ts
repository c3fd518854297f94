import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { secretKey } from './secret-key.ts';

describe('the key of a desk that starts here', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'support-tickets-key-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at the first start, for its owner alone, and stays the same', () => {
    const first = secretKey(join(folder, 'data'), {});
    expect(Buffer.from(first, 'base64')).toHaveLength(32);
    const file = join(folder, 'data/secret.key');
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(`${first}\n`);
    expect(secretKey(join(folder, 'data'), {})).toBe(first);
    expect(secretKey(join(folder, 'other'), {})).not.toBe(first);
  });

  it('is that of the environment where there is one, and then none is made', () => {
    expect(secretKey(join(folder, 'data'), { SECRET_KEY: ' said ' })).toBe('said');
    expect(secretKey(join(folder, 'data'), { SECRET_KEY: '' })).not.toBe('said');
  });

  it('says what to set where it cannot be kept', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(() => secretKey(join(folder, 'file'), {})).toThrow('set SECRET_KEY or DATA_DIR');
  });
});
