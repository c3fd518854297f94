import { plainText } from './plain-text.ts';

const body = (description: string): string => plainText({ title: '', description }).body.trim();

describe('the text that a classifier reads', () => {
  it.each([
    [
      'Dear Support Team,\n\nThe invoice is wrong.\n\nKind regards,\nRuth Adler\nBrandt Logistik',
      'the invoice is wrong.',
    ],
    ['Hi there! My parcel is late.', 'my parcel is late.'],
    ['Sehr geehrte Damen und Herren,\ndie Rechnung fehlt.\nMit freundlichen Grüßen\nAnna', 'die rechnung fehlt.'],
    ['Bonjour,\nje ne peux pas payer.\nCordialement', 'je ne peux pas payer.'],
    ['Dear Team, it fails. Please help. Kind regards, Ruth Adler, Head of Sales', 'it fails. please help.'],
    ['It fails. He sends his regards.', 'it fails. he sends his regards.'],
    ['It fails.\n> It works for us.\n> Ruth', 'it fails.'],
    ['It fails.\n\nSent from my phone', 'it fails.'],
    ['Thanks for the invoice, but it is wrong.', 'thanks for the invoice, but it is wrong.'],
    ['High prices!', 'high prices!'],
    ['<p>Hello,<br/>the&nbsp;<b class="x">invoice</b> is late</p><div>R&amp;D</div>', 'the  invoice  is late\n r&d'],
    ['a < b and c > d, see <ruth@brandt.example>', 'a < b and c > d, see <ruth@brandt.example>'],
    [
      'The second parcel has not arrived either, please send it again.\n-----Original Message-----\nYour parcel is on its way.',
      'the second parcel has not arrived either, please send it again.',
    ],
    [
      'See below.\nOn Monday, Ruth Adler wrote:\nMy parcel is late.',
      'see below.\non monday, ruth adler wrote:\nmy parcel is late.',
    ],
  ])('is without greeting, signature and quotation: %j', (written, read) => {
    expect(body(written)).toBe(read);
  });

  it('keeps what stands below a word of thanks in the middle of a long letter', () => {
    const letter = ['Thanks', ...Array.from({ length: 12 }, (_, line) => `Line ${String(line)} of the report.`)].join(
      '\n',
    );
    expect(body(`First.\n${letter}`)).toContain('line 11 of the report.');
  });

  it('keeps everything of a text that is nothing but a greeting or a closing', () => {
    expect(body('Regards')).toBe('regards');
  });
});
