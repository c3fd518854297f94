import { filledIn, filledInLine } from './filled-in';

const known = { customer: 'Ruth Adler', ticket: 4821, title: 'Invoice PDFs', agent: 'Jonas Weber' };

describe('a canned answer', () => {
  it('has what is known in the place of its placeholders', () => {
    const text = 'Hello {{customer.name}},\n\n#{{ ticket.id }} ({{ticket.title}}) is done.\n\n{{agent.name}}';
    expect(filledIn(text, known)).toBe('Hello Ruth Adler,\n\n#4821 (Invoice PDFs) is done.\n\nJonas Weber');
    expect(filledInLine(text, known)).toBe('Hello Ruth Adler, #4821 (Invoice PDFs) is done. Jonas Weber');
  });

  it('greets nobody by a name that is not known', () => {
    for (const customer of ['', 'ruth@example.com'])
      expect(filledIn('Hello {{customer.name}},', { ...known, customer })).toBe('Hello,');
  });

  it('is not shaped by what somebody is called', () => {
    const title = '[here](https://example.com) *now*';
    expect(filledIn('About {{ticket.title}}', { ...known, title })).toBe(
      'About \\[here\\](https://example.com) \\*now\\*',
    );
    expect(filledInLine('About {{ticket.title}}', { ...known, title })).toBe(`About ${title}`);
  });

  it('does not read a name as a placeholder', () => {
    expect(filledIn('Hello {{customer.name}}', { ...known, customer: '{{agent.name}} $&' })).toBe(
      'Hello {{agent.name}} $&',
    );
  });

  it('keeps what stands for nothing', () => {
    expect(filledIn('{{constructor}} {{x', known)).toBe('{{constructor}} {{x');
  });
});
