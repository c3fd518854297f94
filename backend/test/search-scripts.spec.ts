import { jest } from '@jest/globals';
import { DataSource } from 'typeorm';
import fc from 'fast-check';
import { isVisible, withoutUnseen } from '../src/common/validation/unseen.ts';
import { UNSPACED } from '../src/tickets/domain/ticket-search.ts';
import { TicketListRepository } from '../src/tickets/ticket-list.repository.ts';
import { TicketSearchRepository } from '../src/tickets/ticket-search.repository.ts';
import type { TicketListBody } from './support/api-client.ts';
import { parseCsv } from './support/csv.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets } from './support/ticket-rows.ts';

/** What is written, what is typed, and whether that finds it. */
const PAIRS: readonly (readonly [script: string, written: string, typed: string, finds: boolean])[] = [
  ['Latin, full case folding', 'Straße gesperrt', 'STRASSE', true],
  ['Latin, full case folding', 'GROẞE FRAGE', 'große', true],
  ['Latin, Turkish capital', 'İstanbul şubesi', 'istanbul', true],
  ['Latin, Turkish small letter', 'kapı açılmıyor', 'KAPI', true],
  ['Latin, ligature', 'The oﬃce printer', 'office', true],
  ['Latin, decomposed', 'Cafe\u0301 closed', 'café', true],
  ['Latin, accents', 'Zażółć gęślą jaźń', 'zazolc gesla', true],
  ['Latin, Vietnamese', 'Không đăng nhập được', 'dang nhap', true],
  ['Latin, wide', 'ＡＢＣ１２３ error', 'abc123', true],
  ['Latin, another word', 'Straße gesperrt', 'strand', false],
  ['Latin, part of a word', 'Die Stromrechnung fehlt', 'rechnung', true],
  ['Latin, part in the middle', 'Donaudampfschifffahrt', 'dampfsch', true],
  ['Latin, part too short', 'Die Stromrechnung fehlt', 'chn', false],
  ['Latin, part as a phrase', 'Die Stromrechnung fehlt', '"rechnung fehlt"', false],
  ['Latin, part before a sign', 'mail to nobody@example.com', 'ample.com', true],
  ['Latin, number after a letter', 'Update to v10.4.2 fails', '10.4.2', true],
  ['Latin, other number', 'Update to v10.4.2 fails', '10.4.3', false],
  ['Latin, number within a number', 'Order 20104', '10.4', false],
  ['Greek, final sigma', 'Ο ΣΊΣΥΦΟΣ', 'σίσυφος', true],
  ['Greek, accents', 'Το τιμολόγιό μου', 'τιμολογιο', true],
  ['Greek, capitals', 'ΤΙΜΟΛΌΓΙΟ', 'τιμολόγιο', true],
  ['Greek, another word', 'Το τιμολόγιό μου', 'τιμη', false],
  ['Cyrillic', 'Не приходит СЧЁТ', 'счет', true],
  ['Cyrillic, stress', 'старый за\u0301мок', 'замок', true],
  ['Cyrillic, part of a word', 'Электропечь не работает', 'печь', true],
  ['Cyrillic, other letter', 'мой заказ', 'мои', false],
  ['Armenian, ligature', 'և հաշիվ', 'եւ', true],
  ['Armenian, capitals', 'ՀԱՇԻՎ չկա', 'հաշիվ', true],
  ['Georgian, capitals', 'ᲐᲜᲒᲐᲠᲘᲨᲘ', 'ანგარიში', true],
  ['Cherokee, small letters', 'ꮳꮃꭹ', 'ᏣᎳᎩ', true],
  ['Hebrew, points', 'שָׁלוֹם לכם', 'שלום', true],
  ['Hebrew, points in the query', 'שלום לכם', 'שָׁלוֹם', true],
  ['Hebrew, hyphen', 'בית־ספר סגור', 'בית-ספר', true],
  ['Hebrew, acronym', 'רכב של צה״ל', 'צה"ל', true],
  ['Hebrew, another word', 'שָׁלוֹם לכם', 'שלט', false],
  ['Arabic, vowel marks', 'مُحَمَّدٌ لا يستلم', 'محمد', true],
  ['Arabic, tatweel', 'كتـــاب ضائع', 'كتاب', true],
  ['Arabic, alef', 'أحمد إبراهيم', 'احمد ابراهيم', true],
  ['Arabic, presentation forms', 'ﻛﺘﺎﺏ', 'كتاب', true],
  ['Arabic, digits', 'طلب رقم ١٢٣٤', '1234', true],
  ['Arabic, another word', 'كتاب ضائع', 'كاتب', false],
  ['Persian, letters of an Arabic keyboard', 'کیف گم شده', 'كيف', true],
  ['Persian, joiner left out', 'می\u200cخواهم', 'میخواهم', true],
  ['Persian, joiner in the query', 'میخواهم', 'می\u200cخواهم', true],
  ['Persian, second half', 'می\u200cخواهم', 'خواهم', true],
  ['Persian, digits', 'شماره ۴۵۶', '456', true],
  ['Urdu', 'ادائیگی نہیں ہوئی', 'نہیں', true],
  ['Syriac', 'ܫܠܡܐ ܥܠܟܘܢ', 'ܫܠܡܐ', true],
  ['Devanagari', 'मेरा भुगतान विफल', 'भुगतान', true],
  ['Devanagari, vowel signs tell apart', 'किताब', 'कताब', false],
  ['Devanagari, vowel signs tell apart', 'मिल गया', 'मील', false],
  ['Devanagari, nukta composed', 'ज़रूरी', 'ज\u093cरूरी', true],
  ['Devanagari, joiner', 'क्\u200dष', 'क्ष', true],
  ['Devanagari, digits', 'आदेश १२३', '123', true],
  ['Bengali', 'আমার টাকা ফেরত', 'টাকা', true],
  ['Bengali, vowel signs tell apart', 'টাকা', 'টিকা', false],
  ['Gurmukhi', 'ਮੇਰਾ ਖਾਤਾ', 'ਖਾਤਾ', true],
  ['Gujarati', 'મારું ખાતું', 'ખાતું', true],
  ['Tamil', 'பணம் திரும்ப', 'திரும்ப', true],
  ['Tamil, vowel signs tell apart', 'பணி', 'பணு', false],
  ['Telugu', 'నా ఖాతా', 'ఖాతా', true],
  ['Kannada', 'ನನ್ನ ಖಾತೆ', 'ಖಾತೆ', true],
  ['Malayalam', 'എന്റെ പണം', 'പണം', true],
  ['Sinhala', 'මගේ ගිණුම', 'ගිණුම', true],
  ['Thai, word within', 'ฉันต้องการคืนเงินด่วน', 'คืนเงิน', true],
  ['Thai, am composed', 'น้ำรั่ว', 'น้\u0e4d\u0e32', true],
  ['Thai, tone marks tell apart', 'ไม้', 'ไม่', false],
  ['Thai, another word', 'ฉันต้องการคืนเงิน', 'เงินคืน', false],
  ['Thai, digits', 'คำสั่งซื้อ ๑๒๓', '123', true],
  ['Lao, word within', 'ຂ້ອຍຢາກໄດ້ເງິນຄືນ', 'ເງິນຄືນ', true],
  ['Burmese, word within', 'ငွေပြန်အမ်းပါ', 'ပြန်အမ်း', true],
  ['Khmer, word within', 'ខ្ញុំចង់បានប្រាក់វិញ', 'ប្រាក់', true],
  ['Tibetan', 'ངའི་དངུལ་ཕྱིར་སློག', 'དངུལ་ཕྱིར', true],
  ['Chinese, word within', '我想退款请帮忙', '退款', true],
  ['Chinese, one character', '我想退款请帮忙', '忙', true],
  ['Chinese, several words', '我想退款请帮忙', '帮忙 退款', true],
  ['Chinese, longer than a pair', '我想退款请帮忙', '想退款请', true],
  ['Chinese, pairs in another order', '退款想退我想', '我想退款', false],
  ['Chinese, characters apart', '退货还款', '退款', false],
  ['Chinese beside Latin', '我的iPhone手机坏了', 'iphone手机', true],
  ['Chinese, compatibility forms', '\uf9b4方法', '領方法', true],
  ['Chinese, rare characters', '𠮷野家订单', '𠮷野', true],
  ['Japanese, word within', '返金をお願いします', '返金', true],
  ['Japanese, katakana within', '新しいパスワードを忘れた', 'パスワード', true],
  ['Japanese, narrow katakana', 'ﾊﾟｽﾜｰﾄﾞを忘れた', 'パスワード', true],
  ['Japanese, voiced sound tells apart', 'ハスの花', 'パス', false],
  ['Japanese, another word', '返金をお願いします', '金返', false],
  ['Korean, with a particle', '환불을 받고 싶어요', '환불', true],
  ['Korean, within a word', '전액환불요청', '환불', true],
  ['Korean, decomposed', '환불을 받고'.normalize('NFD'), '환불', true],
  ['Korean, another word', '환불을 받고', '환급', false],
  ['Ethiopic', 'ገንዘቤን መልሱልኝ', 'መልሱልኝ', true],
  ['Javanese', 'ꦲꦏ꧀ꦱꦫꦗꦮ', 'ꦗꦮ', true],
  ['Mongolian, variants', 'ᠮᠣᠩᠭᠣᠯ\u180b ᠪᠢᠴᠢᠭ', 'ᠮᠣᠩᠭᠣᠯ', true],
  ['Mongolian, another word', 'ᠮᠣᠩᠭᠣᠯ', 'ᠮᠣᠩᠭᠢ', false],
  ['Adlam', '𞤀𞤣𞤤𞤢𞤥 𞤆𞤵𞤤𞤢𞤪', '𞤆𞤵𞤤', true],
  ['Adlam, small letters', '𞤀𞤣𞤤𞤢𞤥', '𞤢𞤣𞤤𞤢𞤥', true],
  ['Adlam, nukta', '𞤀𞥊𞤣𞤤𞤢𞤥 𞤆𞤵', '𞤀𞥊𞤣𞤤𞤢𞤥', true],
  ['Osage', '𐓏𐓘𐓻𐓘𐓻𐓟 𐒻𐓟', '𐓷𐓘𐓻𐓘', true],
  ['Chakma', '𑄌𑄋𑄴𑄟𑄳𑄦 𑄇𑄧𑄗', '𑄌𑄋𑄴𑄟𑄳𑄦', true],
  ['Chakma, unfinished', '𑄌𑄋𑄴𑄟𑄳𑄦 𑄇𑄧𑄗', '𑄌𑄋𑄴𑄟𑄳', true],
  ['Chakma, another word', '𑄌𑄋𑄴𑄟𑄳𑄦', '𑄌𑄟𑄴', false],
  ['Gothic', '𐌰𐍄𐍄𐌰 𐌿𐌽𐍃𐌰𐍂', '𐌿𐌽𐍃𐌰𐍂', true],
  ['Deseret, small letters', '𐐔𐐇𐐝𐐀𐐡𐐇𐐓 text', '𐐼𐐯𐑅𐐨𐑉𐐯𐐻', true],
  ['Shavian', '𐑖𐑱𐑝𐑾𐑯 𐑨𐑤𐑓𐑩𐑚𐑧𐑑', '𐑨𐑤𐑓𐑩', true],
  ["N'Ko, tones", 'ߒߞߏ ߛߓߍ߫', 'ߛߓߍ', true],
  ['Vai', 'ꕙꔤ ꔳꕩ', 'ꔳꕩ', true],
  ['Tifinagh', 'ⵜⴰⵎⴰⵣⵉⵖⵜ ⵜⴰⵏⴰⵡⴰⵢⵜ', 'ⴰⵎⴰⵣⵉⵖⵜ', true],
  ['Thaana', 'ދިވެހި ބަސް', 'ދިވެހި', true],
  ['Canadian syllabics', 'ᐃᓄᒃᑎᑐᑦ ᑎᑎᕋᐅᓯᖅ', 'ᑎᑎᕋᐅᓯᖅ', true],
  ['Meetei Mayek', 'ꯃꯤꯇꯩꯂꯣꯟ ꯏꯕ', 'ꯃꯤꯇꯩꯂꯣꯟ', true],
  ['Ol Chiki', 'ᱥᱟᱱᱛᱟᱲᱤ ᱯᱟᱹᱨᱥᱤ', 'ᱯᱟᱹᱨᱥᱤ', true],
  ['Lisu', 'ꓡꓲ‐ꓢꓴ ꓥꓪ', 'ꓥꓪ', true],
  ['Balinese, word within', 'ᬅᬓ᭄ᬱᬭᬩᬮᬶ', 'ᬩᬮᬶ', true],
  ['Sundanese', 'ᮃᮊ᮪ᮞᮛ ᮞᮥᮔ᮪ᮓ', 'ᮞᮥᮔ᮪ᮓ', true],
  ['Cham', 'ꨀꨇꩉ ꨌꩌ', 'ꨌꩌ', true],
  ['Hanifi Rohingya', '𐴌𐴗𐴥𐴝𐴙 𐴆𐴟', '𐴌𐴗𐴥𐴝𐴙', true],
  ['Wancho', '𞋒𞋀𞋉𞋃𞋕 𞋓𞋃', '𞋒𞋀𞋉𞋃𞋕', true],
  ['Medefaidrin, small letters', '𖹀𖹁𖹂𖹃', '𖹠𖹡𖹢𖹣', true],
  ['Nyiakeng Puachue Hmong', '𞄀𞄄𞄰𞄩 𞄔𞄤', '𞄀𞄄𞄰𞄩', true],
  ['Vithkuqi, of a newer Unicode', '𐕰𐕱𐕲 𐕳', '𐖗𐖘𐖙', true],
  ['Nag Mundari, of a newer Unicode', '𞓐𞓑𞓒 𞓓𞓔', '𞓓𞓔', true],
  ['Kawi, of a newer Unicode', '𑼒𑼓𑼔𑼕', '𑼓𑼔', true],
  ['Todhri, of a newer Unicode', '𐗀𐗁𐗂 𐗃𐗄', '𐗃𐗄', true],
  ['Tangut', '𗼇𗼈𗼉𗼊', '𗼈𗼉', true],
  ['Hebrew, geresh', 'צ׳ק חזר', "צ'ק", true],
  ['Arabic, alef maqsura', 'مستشفى المدينة', 'مستشفي', true],
  ['Hangul letters put together', '한글'.normalize('NFD'), '한글', true],
  ['Lao, am', 'ນ້ຳຮົ່ວ', 'ນ້\u0ecd\u0eb2', true],
  ['Latin, superscript', '20 m² of carpet', '20 m2', true],
  ['Latin, digraphs', 'ǆungla', 'džungla', true],
  ['Latin, apostrophe', "l'ordinateur est cassé", 'ordinateur', true],
  ['Latin, hyphen', 'my e-mail is gone', 'e-mail', true],
  ['Latin, slash', 'and/or', 'and/or', true],
  ['Latin, underscore', 'table user_login_events', 'login_events', true],
  ['address of e-mail', 'from mina.park+desk@example.com', 'mina.park+desk@example.com', true],
  ['address of e-mail, its host', 'from mina.park+desk@example.com', '@example.com', true],
  ['address', 'see https://example.com/a/b?x=1&y=%20#top', 'https://example.com/a/b?x=1&y=%20#top', true],
  ['address, a part', 'see https://example.com/a/b?x=1&y=%20#top', 'example.com/a', true],
  ['order number', 'Order 4711-0815/22.A', '4711-0815/22.a', true],
  ['error code', 'fails with 0x80070005', '0x80070005', true],
  ['error code, its digits', 'fails with 0x80070005', '80070005', true],
  ['path', 'C:\\Windows\\System32 is full', 'C:\\Windows', true],
  ['path of a share', '\\\\server\\share', '\\\\server', true],
  ['hash that begins like a number', 'commit 1e5abc9d', '1e5abc9d', true],
  ['hash that begins like a number, a part', 'commit 1e5abc9d', '5abc9d', true],
  ['hash that begins like a number, unfinished', 'commit 1e5abc9d', '1e5ab', true],
  ['Mathematical letters', '𝐔𝐫𝐠𝐞𝐧𝐭 𝓱𝓮𝓵𝓹', 'urgent help', true],
  ['Emoji', 'Thanks 👍🏽 a lot', '👍', true],
  ['Emoji, variant', 'I \u2764\ufe0f it', '\u2764', true],
  ['unseen, zero-width space', 'ABC\u200b-123/45', 'abc-123/45', true],
  ['unseen, soft hyphen', 'Rech\u00adnung', 'rechnung', true],
  ['unseen, in the query', 'ABC-123/45', '\u202aABC-123/45\u202c', true],
  ['unseen, word joiner in the query', 'refund me', 're\u2060fund', true],
  ['unseen, byte order mark', 'ab\ufeffsatz', 'absatz', true],
  ['unseen, tags', 'plain\u{e0041}text', 'plaintext', true],
  ['unseen, Hangul filler', 'no\u3164thing', 'nothing', true],
  ['unseen, empty braille cell', 'no\u2800where', 'nowhere', true],
  ['unseen, isolates', 'order \u206688-X\u2069 late', '88-x', true],
  ['typographic quotes and dashes', 'it’s 9–5', "it's 9-5", true],
  ['spaces of all kinds', 'two\u00a0words\u3000here', '"two words here"', true],
  ['circled numbers', 'step ② fails', 'step 2', true],
];

/** Four letters each of every script that has as many. */
const SCRIPTS = (
  'Adlam Ahom Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali Bhaiksuki Bopomofo Brahmi Buginese Buhid ' +
  'Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham Cherokee Chorasmian Coptic Cuneiform Cypriot Cypro_Minoan ' +
  'Cyrillic Deseret Devanagari Dives_Akuru Dogra Duployan Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Georgian ' +
  'Glagolitic Gothic Grantha Greek Gujarati Gunjala_Gondi Gurmukhi Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew ' +
  'Hiragana Imperial_Aramaic Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi Khmer Khojki Khudawadi Lao Latin ' +
  'Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian Mahajani Makasar Malayalam Mandaic Manichaean Marchen ' +
  'Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui Meroitic_Cursive Miao Modi Mongolian Mro Multani Myanmar ' +
  'Nabataean Nag_Mundari Nandinagari New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Old_Hungarian ' +
  'Old_Italic Old_Permic Old_Persian Old_Sogdian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene ' +
  'Phags_Pa Phoenician Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sinhala Sogdian Sora_Sompeng Soyombo ' +
  'Sundanese Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le Tai_Tham Tai_Viet Takri Tamil Tangsa Tangut Telugu Thaana Thai ' +
  'Tibetan Tifinagh Tirhuta Toto Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square'
)
  .split(' ')
  .map((script) => {
    const letter = new RegExp(`(?=\\p{Script=${script}})\\p{L}`, 'u');
    const letters: string[] = [];
    for (let code = 0x41; code < 0x32000 && letters.length < 8; code += 1) {
      if (letter.test(String.fromCodePoint(code))) letters.push(String.fromCodePoint(code));
    }
    return [script, letters.slice(-4).join('')] as const;
  });

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const found = async (search: string) =>
  (await app.api.list({ search, limit: '100' })).results.map(({ title }) => title);

describe('a search', () => {
  beforeAll(async () => {
    await clearTickets(app);
    for (const title of new Set(PAIRS.map(([, written]) => written))) await app.api.createTicket({ title });
  });

  it.each(PAIRS)('in %s: %s, %s: %s', async (_, written, typed, finds) => {
    expect((await found(typed)).includes(written)).toBe(finds);
  });
});

describe('the number of a ticket', () => {
  it.each(['#N', 'N', '# N', '[#N]', '#N:', 'Ticket #N', 'ticket N', 'TICKET-N', '\u2066#N\u2069'])(
    'leads to it: %s',
    async (typed) => {
      await clearTickets(app);
      const { id } = await app.api.createTicket({ title: 'Numbered', priority: 'low' });
      const words = typed.replace('N', String(id));
      await app.api.createTicket({ title: `Mentions ${words}` });
      const titles = await found(words);
      expect(titles[0]).toBe('Numbered');
      const only = ['#N', '\u2066#N\u2069'].includes(typed);
      expect(titles).toHaveLength(only ? 1 : 2);
      expect((await app.api.list({ search: words })).count).toBe(titles.length);
      expect((await app.api.list({ search: words, priority: 'high' })).results).toEqual([]);
    },
  );

  it('comes first, once, and pages go on behind it', async () => {
    await clearTickets(app);
    const { id } = await app.api.createTicket({ title: 'Numbered' });
    await app.sql('UPDATE tickets SET title = title WHERE id = $1', [id]);
    for (let n = 1; n <= 4; n += 1) await app.api.createTicket({ title: `${String(id)} parcels, ${String(n)}` });
    const search = String(id);
    const first = await app.api.list({ search, limit: '3' });
    const second = await app.api.list({ search, limit: '3', cursor: first.next_cursor ?? '' });
    const titles = [...first.results, ...second.results].map(({ title }) => title.replace(/^\d+ /, ''));
    expect(titles).toEqual(['Numbered', 'parcels, 4', 'parcels, 3', 'parcels, 2', 'parcels, 1']);
    expect([first.count, second.count]).toEqual([5, 5]);
  });

  it.each(
    [1, 2, 3, 10].flatMap((limit) =>
      ['newest', 'oldest', 'most_urgent'].flatMap((sort) =>
        [true, false].map((passes) => [limit, sort, passes] as const),
      ),
    ),
  )(
    'comes first on pages of %i, %s first, forth and back and around, where it passes the filters: %s',
    async (...asked) => {
      const [limit, sort, passes] = asked;
      await clearTickets(app);
      const made: number[] = [];
      const make = async (title: string, priority: string) => {
        made.push((await app.api.createTicket({ title, priority })).id);
        return made.at(-1) ?? 0;
      };
      await make('Unrelated', 'low');
      const meant = await make('Numbered', passes ? 'low' : 'critical');
      for (const priority of ['medium', 'high', 'low', 'high']) await make(`${String(meant)} parcels`, priority);
      const [, , medium, high, low, high2] = made;
      const orders: Record<string, unknown[]> = {
        newest: [high2, low, high, medium],
        oldest: [medium, high, low, high2],
        most_urgent: [high, high2, medium, low],
      };
      const wanted = [...(passes ? [meant] : []), ...(orders[sort] ?? [])];
      const page = async (more: Record<string, string>) => {
        const query = { search: String(meant), priority: 'low,medium,high', sort, limit: String(limit), ...more };
        const { results, count, count_exact, ...cursors } = await app.api.list(query);
        expect([count, count_exact]).toEqual([wanted.length, true]);
        return { ids: results.map(({ id }) => id), ...cursors };
      };

      const pages = [await page({})];
      for (let last = pages[0]; last?.next_cursor; last = pages.at(-1)) {
        pages.push(await page({ cursor: last.next_cursor }));
      }
      const cut = Array.from({ length: Math.ceil(wanted.length / limit) }, (_, n) => n * limit);
      expect(pages.map(({ ids }) => ids)).toEqual(cut.map((start) => wanted.slice(start, start + limit)));
      expect(pages[0]?.previous_cursor).toBeNull();
      for (const [n, { previous_cursor: cursor }] of pages.entries()) {
        if (n > 0) expect(await page({ cursor: cursor ?? '' })).toEqual(pages[n - 1]);
      }

      for (const [at, id] of wanted.entries()) {
        const around = await page({ around: String(id) });
        const above = id === meant ? 0 : Math.floor(limit / 2);
        const [from, to] = [Math.max(at - above, 0), at + limit - above];
        expect([id, around.ids]).toEqual([id, wanted.slice(from, to)]);
        const onwards = around.next_cursor === null ? [] : (await page({ cursor: around.next_cursor })).ids;
        expect([id, onwards]).toEqual([id, wanted.slice(to, to + limit)]);
        const back = around.previous_cursor === null ? [] : (await page({ cursor: around.previous_cursor })).ids;
        expect([id, back]).toEqual([id, wanted.slice(Math.max(from - limit, 0), from)]);
      }
    },
  );

  it('finds in an export just what it finds in the list', async () => {
    await clearTickets(app);
    const { id } = await app.api.createTicket({ title: 'Numbered', priority: 'low' });
    for (let n = 1; n <= 3; n += 1) await app.api.createTicket({ title: `${String(id)} parcels`, priority: 'high' });
    for (const search of [String(id), `Ticket ${String(id)}`, `#${String(id)}`]) {
      for (const more of ['', '&sort=oldest', '&priority=high', '&priority=low']) {
        const query = `search=${encodeURIComponent(search)}${more}`;
        const list = await app.api.get<TicketListBody>(`/api/tickets?${query}`);
        const { body } = await app.api.get<string>(`/api/tickets.csv?${query}`);
        const [, ...lines] = parseCsv(body);
        expect([query, lines.map(([number]) => Number(number))]).toEqual([query, list.body.results.map((t) => t.id)]);
      }
    }
  });

  it('is asked for once for each page, and so is how many there are', async () => {
    await clearTickets(app);
    const meant = await app.api.createTicket();
    for (let n = 1; n <= 3; n += 1) await app.api.createTicket({ title: `${String(meant.id)} parcels` });
    const numbers = jest.spyOn(app.get(TicketListRepository), 'page');
    const counts = jest.spyOn(app.get(TicketListRepository), 'count');
    const hits = jest.spyOn(app.get(TicketSearchRepository), 'countHits');
    const around = String(meant.id + 2);
    const { results, count } = await app.api.list({ search: String(meant.id), around, limit: '2' });
    expect([results.length, count]).toEqual([2, 4]);
    expect([numbers, counts, hits].map(({ mock }) => mock.calls.length)).toEqual([1, 0, 1]);
    for (const spy of [numbers, counts, hits]) spy.mockRestore();
  });

  it('is among what a bulk change takes', async () => {
    await clearTickets(app);
    const { id } = await app.api.createTicket({ title: 'Numbered' });
    await app.api.createTicket({ title: `Mentions ${String(id)}` });
    const order = { selection: { filter: { search: String(id) } }, action: { kind: 'delete' } };
    expect((await app.as('admin').post('/api/admin/tickets/bulk/preview', order)).body).toEqual({ count: 2 });
  });
});

describe('the text index', () => {
  const fold = async (text: string) =>
    (await app.get(DataSource).query<{ folded: string }[]>('SELECT search_fold($1) AS folded', [text]))[0]?.folded;

  it('takes the same characters as the API for unseen, and for those that no spaces part', async () => {
    const letters = Array.from({ length: 0x40000 }, (_, code) => code)
      .concat(Array.from({ length: 0x1000 }, (_, code) => 0xe0000 + code))
      .filter((code) => code > 0 && (code < 0xd800 || code > 0xdfff))
      .map((code) => String.fromCodePoint(code));
    const inApi = (test: (letter: string) => boolean) => letters.filter(test);
    const inDatabase = async (sql: string, given: unknown) =>
      (await app.get(DataSource).query<{ letter: string }[]>(sql, [given])).map(({ letter }) => letter);
    const each = 'SELECT letter FROM unnest($1::text[]) AS letters (letter)';
    expect(await inDatabase(`${each} WHERE NOT is_visible(letter)`, letters)).toEqual(
      inApi((letter) => !isVisible(letter)),
    );
    const paired = await inDatabase('SELECT unnest(search_pairs($1)) AS letter', letters.join(' '));
    const isPaired = new RegExp(`[${UNSPACED}]`, 'u');
    expect(new Set(paired)).toEqual(new Set(inApi((letter) => isPaired.test(letter))));
    const unseen = inApi((letter) => withoutUnseen(letter) === '');
    expect(await inDatabase(`${each} WHERE search_fold('a' || letter || 'b') <> 'ab'`, unseen)).toEqual([]);
  });

  it('finds words in the letters of every script', async () => {
    const lost = await app.sql(
      `SELECT script, word FROM unnest($1::text[], $2::text[]) AS words (script, word)
       WHERE NOT coalesce(search_document('about', 'the ' || word || ' is') @@ search_query(word, false), false)`,
      [SCRIPTS.map(([script]) => script), SCRIPTS.map(([, word]) => word)],
    );
    expect(lost).toEqual([]);
  });

  it('folds what is folded to the same, whatever the letter', async () => {
    const letters = `SELECT chr(code) AS letter FROM generate_series(1, 131071) AS code WHERE code NOT BETWEEN 55296 AND 57343`;
    const changing = await app.sql(
      `SELECT letter, once, search_fold(once) AS twice
       FROM (SELECT letter, search_fold(letter) AS once FROM (${letters}) AS l OFFSET 0) AS f WHERE search_fold(once) <> once`,
    );
    expect(changing).toEqual([]);
  });

  it('folds what is folded to the same', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const once = await fold(value);
        expect(await fold(once ?? '')).toBe(once);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['of one endless word', 'x'.repeat(20_000)],
    ['of long words', Array.from({ length: 480 }, (_, n) => `${String(n)}${'𞤀'.repeat(37)}`).join(' ')],
    [
      'of words without spaces',
      Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(0x4e00 + (n % 20_000))).join(''),
    ],
    ['of letters that are many', 'ﷺ'.repeat(20_000)],
    ['of signs', Array.from({ length: 20_000 }, (_, n) => String.fromCodePoint(0x1f000 + (n % 1_800))).join('')],
    ['of letters and digits', 'a1'.repeat(10_000)],
  ])('takes the longest description %s', async (_, description) => {
    const { id } = await app.api.createTicket({ title: 'Long', description });
    const rows = await app.sql('SELECT 1 FROM ticket_search WHERE ticket_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });
});
