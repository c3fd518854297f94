import { passwordProblem } from './password-policy.ts';

const context = { names: ['mina.park', 'Mina Park'], isCommon: (password: string) => password === 'qwertyuiop' };
const problem = (password: string) => passwordProblem(password, context);

describe('a new password', () => {
  it.each([
    'tractor umbrella violet',
    'ten chars!',
    '8573920485',
    '          x',
    'пароль-дракон',
    '密码密码密码密码密码',
    '🚲🚲🚲🚲🚲🚲🚲🚲🚲🚲',
    'x'.repeat(256),
    '🚲'.repeat(256),
    'support-k8vq2t',
    'minapark-and-her-dog',
    'nul\u0000and\u0007bell',
  ])('may be %j', (password) => expect(problem(password)).toBeNull());

  it.each([
    ['nine char', 'too_short'],
    ['🚲🚲🚲🚲🚲🚲🚲🚲🚲', 'too_short'],
    ['\u200b'.repeat(10), 'too_short'],
    ['short\u00ad\u00ad\u00ad\u00ad\u00ad', 'too_short'],
    ['ﷺ', 'too_short'],
    ['ＱｗｅｒｔｙＵＩＯＰ', 'too_common'],
    ['ｍｉｎａ.ｐａｒｋ１', 'too_easy_to_guess'],
    ['x'.repeat(257), 'too_long'],
    ['half \ud800 a character', 'invalid_characters'],
    ['qwertyuiop', 'too_common'],
    ['QwertyUIOP', 'too_common'],
    ['mina.park1', 'too_easy_to_guess'],
    ['MinaPark2026', 'too_easy_to_guess'],
    ['parkmina!!', 'too_easy_to_guess'],
    ['support-desk', 'too_easy_to_guess'],
    ['Tickets2026!', 'too_easy_to_guess'],
    ['adminadmin', 'too_easy_to_guess'],
    ['Password-1', 'too_easy_to_guess'],
    ['helpdesk-123', 'too_easy_to_guess'],
  ])('is refused when it is %j: %s', (password, expected) => expect(problem(password)).toBe(expected));

  it('is judged quickly, whatever is sent', () => {
    const names = ['aaa', 'aaaa', 'aaaaa', 'aaaaaa'];
    const started = process.cpuUsage();
    for (let n = 0; n < 100; n += 1) passwordProblem(`${'a'.repeat(255)}b`, { names, isCommon: () => false });
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
