import { languageLikeness } from '../language-likeness.ts';
import { namedLanguage } from './named-language.ts';

/** Several sentences of a ticket in languages that are much like others, or like one that is not known. */
const LETTERS = {
  rus: 'Добрый день! После вчерашнего обновления приложение перестало открываться на всех телефонах наших водителей.',
  ukr: 'Не можу увійти до облікового запису після оновлення. Чому з мене двічі зняли гроші? Поверніть, будь ласка, другий платіж.',
  bul: 'Не мога да вляза в профила си след обновяването. Защо ми удържахте парите два пъти? Моля, върнете второто плащане.',
  bel: 'Не магу ўвайсці ва ўліковы запіс пасля абнаўлення. Праграма закрываецца пры запуску. Патрэбны рахунак за сакавік.',
  swe: 'Jag kan inte logga in efter uppdateringen. Varför drogs pengarna två gånger? Vänligen betala tillbaka den andra betalningen.',
  ces: 'Aplikace se zavře hned po spuštění. Proč mi byly peníze strženy dvakrát? Vraťte mi prosím druhou platbu, potřebujeme ji.',
  pol: 'Nie mogę zalogować się do konta po aktualizacji. Drukarka w magazynie nie drukuje etykiet, proszę o szybką pomoc.',
  hun: 'Nem tudok bejelentkezni a fiókomba a frissítés óta. Az alkalmazás indításkor bezárul, és a nyomtató sem nyomtat.',
};

describe('the language that a text seems to be in', () => {
  const named = (text: string) => namedLanguage(languageLikeness(text), text);

  it.each(Object.entries(LETTERS))('is named where it is clear: %s', (language, text) => {
    expect(named(text)).toBe(language);
  });

  it('is told by its letters where another is nearly as much alike', () => {
    const text = 'Не могу войти в аккаунт после обновления. Мне нужен счёт за март. Приложение закрывается при запуске';
    expect(languageLikeness(text).get('bul')).toBeGreaterThan(0.9);
    expect(named(text)).toBe('rus');
  });

  it.each([
    ['Russian, likest Bulgarian', 'Здравствуйте, не приходит письмо для сброса пароля'],
    ['Russian, likest Bulgarian', 'Почему с меня списали деньги дважды? Верните, пожалуйста, второй платёж.'],
    ['Russian, likest Serbian', 'Программа зависает при печати накладных на складе'],
    ['Ukrainian, likest Bulgarian', 'Потрібен рахунок за березень'],
    ['Ukrainian, likest Russian', 'Застосунок закривається під час запуску'],
    ['Bulgarian', 'Принтерът в склада не печата етикети'],
    ['Norwegian, likest Swedish', 'Vi trenger en faktura for mars måned'],
    ['Danish, likest Swedish', 'Vi mangler en faktura for marts måned'],
    ['Slovak, likest Fulah', 'Dobrý deň, nechodí mi e-mail na obnovenie hesla'],
    ['Czech, likest Turkish', 'Tiskárna ve skladu netiskne štítky'],
    ['Polish, likest Malagasy', 'Potrzebujemy faktury za marzec'],
  ])('is not named for a few words: %s', (_, text) => {
    expect(languageLikeness(text).size).toBeGreaterThan(1);
    expect(named(text)).toBeNull();
  });

  it.each([
    [
      'Slovak, likest Czech',
      'Aplikácia sa zavrie hneď po spustení. Neviem sa prihlásiť do účtu po aktualizácii, pomôžte mi prosím čo najskôr.',
    ],
    [
      'Norwegian, likest Swedish',
      'Skriveren på lageret skriver ikke ut etiketter. Vi trenger en faktura for mars måned og april måned også.',
    ],
    [
      'Serbian and Bosnian',
      'Ne mogu se prijaviti na račun nakon ažuriranja. Aplikacija se zatvara pri pokretanju, a pisač ne ispisuje.',
    ],
    [
      'Malay and Indonesian',
      'Saya tidak boleh log masuk ke akaun selepas kemas kini. Aplikasi tertutup sebaik sahaja dibuka.',
    ],
    [
      'Macedonian',
      'Не можам да се најавам на сметката по ажурирањето. Апликацијата се затвора при стартување, печатачот не печати.',
    ],
  ])('is not named for languages that are hard to tell apart: %s', (_, text) => {
    expect(named(text)).toBeNull();
  });

  it('is named for a few words in a script of its own, and not where nothing is known', () => {
    expect(named('Δεν μπορώ να συνδεθώ στον λογαριασμό')).toBe('ell');
    expect(namedLanguage(new Map(), 'x'.repeat(200))).toBeNull();
  });
});
