import { passwordForm } from './password-form.ts';

const same = (one: string, other: string) => passwordForm(one) === passwordForm(other);

describe('a password is the same', () => {
  it.each([
    ['composed and decomposed', 'p\u00e4ssw\u00f6rter', 'pa\u0308sswo\u0308rter'],
    ['composed and decomposed, Korean', '비밀번호입니다', '비밀번호입니다'.normalize('NFD')],
    ['marks in another order', 'a\u0323\u0307', 'a\u0307\u0323'],
    ['from a keyboard with wide letters', 'ｐａｓｓ１２３', 'pass123'],
    ['with narrow katakana', 'ﾊﾟｽﾜｰﾄﾞ', 'パスワード'],
    ['with a ligature', 'ﬁsh ﬂies', 'fish flies'],
    ['with a space that does not break', 'two\u00a0words', 'two words'],
    ['with a space of Japanese', 'two\u3000words', 'two words'],
    ['with a space of Ogham', 'two\u1680words', 'two words'],
    ['pasted with a mark of direction', '\u200ehunter two', 'hunter two'],
    ['pasted with a mark of the byte order', '\ufeffhunter two', 'hunter two'],
    ['pasted with a soft hyphen', 'hunt\u00ader two', 'hunter two'],
    ['with the variant of an emoji', 'I \u2764\ufe0f tickets', 'I \u2764 tickets'],
  ])('%s', (_, one, other) => {
    expect(one).not.toBe(other);
    expect(same(one, other)).toBe(true);
  });
});

describe('a password is another', () => {
  it.each([
    ['in another case', 'Password', 'password'],
    ['with a space at its end', 'password ', 'password'],
    ['with two spaces', 'two  words', 'two words'],
    ['without its accents', 'pässword', 'password'],
    ['with a sharp s', 'straße', 'strasse'],
    ['with letters that look alike', 'раssword', 'password'],
    ['with a line break', 'two\nwords', 'two words'],
  ])('%s', (_, one, other) => {
    expect(same(one, other)).toBe(false);
  });
});
