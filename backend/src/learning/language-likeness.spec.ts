import { francAll } from 'franc-min';
import { chanceOf } from './evaluation/chance.ts';
import { languageLikeness } from './language-likeness.ts';
import { STARTER } from './starter/starter.ts';

/** As franc itself tells it of the first 600 characters, from 24 on. */
function ofFranc(text: string): [string, number][] {
  return francAll(text.slice(0, 600), { minLength: 24 }).filter(([language]) => language !== 'und');
}

/** Letters of one script after another, some of them in no order that any language has. */
function scribbles(count: number): string[] {
  const chance = chanceOf(7);
  const among = (most: number): number => Math.floor(chance() * most);
  const firstLetters = [0x20, 0x61, 0xc0, 0x400, 0x620, 0x900, 0xe00, 0x3040, 0x4e00, 0xac00, 0x1d400];
  return Array.from({ length: count }, () => {
    const first = firstLetters[among(firstLetters.length)] ?? 0x61;
    const letter = (): string =>
      among(6) === 0 ? ' ' : String.fromCodePoint(among(20) === 0 ? among(0xd000) : first + among(90));
    return Array.from({ length: 10 + among(700) }, letter).join('');
  });
}

describe('how much a text is like each language', () => {
  it.each([
    ['tickets in several languages', STARTER.tickets.map(({ text }) => `${text.title}\n${text.description}`)],
    ['letters without sense', scribbles(400)],
    [
      'what is no text',
      ['', ' '.repeat(50), '!'.repeat(100), 'a'.repeat(700), 'İ'.repeat(300), '𝒳'.repeat(100), '\ud835'.repeat(40)],
    ],
    [
      'languages with a script of their own, and with one of several',
      [
        'ฉันไม่สามารถเข้าสู่ระบบบัญชีของฉันได้ตั้งแต่เมื่อวาน',
        '昨日から自分のアカウントにログインできません。助けてください。',
        '从昨天起我无法登录我的账户,请帮忙解决这个问题,非常感谢您的支持。',
        'Здравствуйте, я не могу войти в свой аккаунт со вчерашнего дня',
        'Δεν μπορώ να συνδεθώ στον λογαριασμό μου από χθες, παρακαλώ βοηθήστε.',
        'لا أستطيع تسجيل الدخول إلى حسابي منذ الأمس، أرجو المساعدة',
        'Dzień dobry, nie mogę zalogować się do mojego konta od wczoraj, proszę o pomoc.',
        'मैं कल से अपने खाते में लॉग इन नहीं कर पा रहा हूँ, कृपया मदद करें',
      ],
    ],
  ])('is what franc says of %s', (_, texts) => {
    const told = texts.map((text) => [...languageLikeness(text)]);
    expect(told).toEqual(texts.map(ofFranc));
  });

  it('says nothing of a text that may be of any language', () => {
    expect(languageLikeness('The invoice is too high').size).toBe(0);
    expect(languageLikeness('1234567890 1234567890 1234567890').size).toBe(0);
    expect(languageLikeness('The invoice is too high.').size).toBeGreaterThan(40);
  });
});
