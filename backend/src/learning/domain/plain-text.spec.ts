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
    ['It fails. With best regards, Office Services', 'it fails.'],
    ['It fails. He sends his regards.', 'it fails. he sends his regards.'],
    ['It fails.\n> It works for us.\n> Ruth', 'it fails.'],
    ['It fails.\n\nSent from my phone', 'it fails.'],
    ['Thanks for the invoice, but it is wrong.', 'thanks for the invoice, but it is wrong.'],
    ['High prices!', 'high prices!'],
    ['<p>Hello,<br/>the&nbsp;<b class="x">invoice</b> is late</p><div>R&amp;D</div>', 'the  invoice  is late\n r&d'],
    [
      '<style>p { color: red }</style><!-- [if mso] --><p>Rechnung f&uuml;r M&#228;rz, it&rsquo;s wrong &#x20AC;</p>',
      "rechnung für märz, it's wrong €",
    ],
    ['> My parcel is late.\n>> It is not.', 'my parcel is late.\nit is not.'],
    ['<STYLE type="text/css">p { color: red', ''],
    ['The <style> of the page, and <!-- too, are gone', 'the   of the page, and   too, are gone'],
    ['AT&T; &bogus; &#0; &#1234567;', 'at&t; &bogus; &#0; &#1234567;'],
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

  it('reads what stands below long declarations of a letter in HTML', () => {
    expect(body(`<style>${'p { color: red } '.repeat(600)}</style><p>The invoice is wrong</p>`)).toBe(
      'the invoice is wrong',
    );
  });

  it('is without markup in the title, too', () => {
    expect(plainText({ title: 'R&amp;D <b>printer</b>', description: '' }).title).toBe('r&d  printer ');
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
