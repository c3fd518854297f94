import { loadCommonPasswords } from './common-passwords.ts';

describe('the list of common passwords', () => {
  it('knows those that are long enough for this desk', async () => {
    const common = await loadCommonPasswords();
    for (const password of ['qwertyuiop', 'password123', '1234567890', 'q1w2e3r4t5', 'basketball', 'liverpool1'])
      expect([password, common.test(password)]).toEqual([password, true]);
    expect(common.test('tractor umbrella violet')).toBe(false);
  });
});
