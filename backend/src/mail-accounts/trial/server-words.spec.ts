import { Secret } from '../../config/secret.ts';
import { serverWords } from './server-words.ts';

const PASSWORD = new Secret('hush#1');
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the words of a mail server', () => {
  it.each([
    ['NO [AUTHENTICATIONFAILED]  Wrong\r\nagain\u0007', 'NO [AUTHENTICATIONFAILED] Wrong again'],
    ['BAD LOGIN desk hush#1', 'BAD LOGIN desk [secret]'],
    [`501 AUTH PLAIN ${base64('\0desk\0hush#1')} ${base64('hush#1')}`, '501 AUTH PLAIN [secret] [secret]'],
    [`535 XOAUTH2 ${base64('user=desk\x01auth=Bearer hush#1\x01\x01')}`, '535 XOAUTH2 [secret]'],
    ['', ''],
  ])('%j are shown as %j', (said, shown) => {
    expect(serverWords(said, 'desk', PASSWORD)).toBe(shown);
  });

  it('are cut where they are long, and stay as they are without a password', () => {
    expect(serverWords('ü'.repeat(300), 'desk', PASSWORD)).toBe('ü'.repeat(200));
    expect(serverWords('550 No', '', null)).toBe('550 No');
    expect(serverWords('550 No', '', new Secret(''))).toBe('550 No');
  });
});
