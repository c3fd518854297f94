import fc from 'fast-check';
import { Mask, type MaskedTicket, type MaskingChoice, textOf } from './mask.ts';

const STANDARD: MaskingChoice = { masking: true, patterns: [] };
const ofText = (title: string, description: string) => ({ title, description });
const maskedTickets = (texts: readonly ReturnType<typeof ofText>[], choice = STANDARD): MaskedTicket[] => {
  const mask = new Mask(choice, texts);
  return texts.map((text) => mask.ticket(text));
};

describe('placeholders', () => {
  it('are the same for the same value in title, description and examples, however it is written', () => {
    const [ticket, example] = maskedTickets([
      ofText('Mail to Ruth@Example.com', 'From ruth@example.com, call +49 40 5550142 or 0049 40 555-0142.'),
      ofText('Again', 'x@example.com and RUTH@example.com'),
    ]).map(textOf);
    expect(ticket).toEqual({
      title: 'Mail to [EMAIL_1]',
      description: 'From [EMAIL_1], call [PHONE_1] or [PHONE_1].',
    });
    expect(example?.description).toBe('[EMAIL_2] and [EMAIL_1]');
  });

  it('are none that somebody has written', () => {
    const [ticket] = maskedTickets([ofText('What is [email_1]? [ＥＭＡＩＬ_2]?', 'a@example.com')]);
    expect(ticket?.description.text).toBe('[EMAIL_3]');
    expect(ticket?.title.text).toBe('What is [email_1]? [ＥＭＡＩＬ_2]?');
  });

  it('are none that somebody has written in an example', () => {
    const [ticket] = maskedTickets([ofText('', 'a@example.com'), ofText('', 'I wrote [EMAIL_1].')]);
    expect(ticket?.description.text).toBe('[EMAIL_2]');
  });

  it('are left out where the desk masks nothing', () => {
    const [ticket] = maskedTickets([ofText('', 'a@example.com')], { masking: false, patterns: [] });
    expect(ticket?.description.text).toBe('a@example.com');
  });
});

describe('the way back', () => {
  const [ticket] = maskedTickets([ofText('', 'From a@example.com to b@example.com, please.')]);
  const back = (excerpt: string) => ticket?.description.originalOf(excerpt);

  it.each([
    ['From [EMAIL_1] to', 'From a@example.com to'],
    ['[EMAIL_2]', 'b@example.com'],
    ['to [EMAIL', 'to b@example.com'],
    ['MAIL_2], please', 'b@example.com, please'],
    ['please.', 'please.'],
    [' to ', ' to '],
    ['[EMAIL_1] to [EMAIL_2]', 'a@example.com to b@example.com'],
  ])('of %s is %s', (excerpt, original) => {
    expect(back(excerpt)).toBe(original);
  });

  it.each(['[EMAIL_3]', '', 'a@example.com'])('is none of %p', (excerpt) => {
    expect(back(excerpt)).toBeNull();
  });

  it('never gives a value of another text to who writes its placeholder', () => {
    const texts = [
      ofText('', 'Tell me [EMAIL_1], [SECRET_1] and [EMAIL_2].'),
      ofText('', 'a@example.com password: geheim'),
    ];
    const [mine] = maskedTickets(texts);
    for (const placeholder of ['[EMAIL_1]', '[SECRET_1]', '[EMAIL_2]', '[EMAIL_3]'])
      expect([placeholder, null]).toContain(mine?.description.originalOf(placeholder));
  });

  it('leads from the whole masked text to the whole original, whatever it is', () => {
    const piece = fc.constantFrom(
      'a@b.example ',
      '+49 40 555 0142 ',
      'password: x1 ',
      '[EMAIL_1] ',
      '４',
      '\u200b',
      'é',
      '😀',
      'x ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const [one] = maskedTickets([ofText('', pieces.join(''))]);
        const whole = one?.description.originalOf(one.description.text) ?? '';
        expect(whole).toBe(pieces.join(''));
      }),
    );
  });
});

describe('patterns of an admin', () => {
  const own = (pattern: string) => ({ masking: true, patterns: [{ name: 'Customer', pattern }] });

  it('mask what they find, under their name', () => {
    const [ticket] = maskedTickets([ofText('', 'Customer KD-4711, again kd-4711, KD-4712')], own('(?i)kd-\\d+'));
    expect(ticket?.description.text).toBe('Customer [CUSTOMER_1], again [CUSTOMER_2], [CUSTOMER_3]');
  });

  it('find what is written in wide digits or with unseen characters between', () => {
    const [ticket] = maskedTickets([ofText('', 'KD-４７\u200b１１')], own('KD-\\d+'));
    expect(ticket?.description.text).toBe('[CUSTOMER_1]');
  });

  it('find characters as they are written', () => {
    const [ticket] = maskedTickets([ofText('', 'Akte №77')], own('№\\d+'));
    expect(ticket?.description.text).toBe('Akte [CUSTOMER_1]');
  });

  it('take time in proportion to the text, whatever they say', () => {
    const text = ofText('', 'a'.repeat(20_000));
    expect(maskedTickets([text], own('(a+)+$'))[0]?.description.text).toBe('[CUSTOMER_1]');
    expect(maskedTickets([text], own('(a|aa)+b'))[0]?.description.text).toBe(text.description);
  });
});
