import { DEFAULT_WORDS } from './mail-template.ts';
import { type KnownOfAnswer, renderedMail } from './rendered-mail.ts';

const KNOWN: KnownOfAnswer = {
  ...{ ticketId: 7, title: 'Seats', customer: 'Ada', agent: 'Mina Park', desk: 'Halden' },
  answer: { text: 'They are **refunded**.', html: '<p>They are <strong>refunded</strong>.</p>' },
  signature: '',
};
const render = (words: object, known: Partial<KnownOfAnswer> = {}) =>
  renderedMail({ ...DEFAULT_WORDS.reply, ...words }, { ...KNOWN, ...known });
const inner = (html: string) => html.slice(html.indexOf('<body>\n') + 7, html.indexOf('\n</body>'));

describe('an answer as a mail', () => {
  it('is the answer alone where nobody changed how it looks', () => {
    expect(render({})).toEqual({
      subject: 'Re: Seats [#7]',
      text: 'They are **refunded**.',
      html: '<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n<p>They are <strong>refunded</strong>.</p>\n</body></html>\n',
      tellsTitle: false,
    });
  });

  it('ends with the signature behind the line by which it is known', () => {
    const { text, html } = render({}, { signature: '**Mina**\nHalden' });
    expect(text).toBe('They are **refunded**.\n\n-- \n**Mina**\nHalden');
    expect(inner(html)).toBe(
      '<p>They are <strong>refunded</strong>.</p>\n<div>-- </div>\n<p><strong>Mina</strong><br />\nHalden</p>',
    );
  });

  it('stands within the words of a template, in both parts', () => {
    const body =
      'Hello {{customer.name}},\n\n{{ answer }}\n{{signature}}\n\n*{{desk.name}}*, #{{ticket.id}}: {{ticket.title}}';
    const { text, html, tellsTitle } = render({ body }, { signature: 'Mina' });
    expect(text).toBe('Hello Ada,\n\nThey are **refunded**.\n\n-- \nMina\n\n*Halden*, #7: Seats');
    expect(inner(html)).toBe(
      '<p>Hello Ada,</p>\n<p>They are <strong>refunded</strong>.</p>\n<div>-- </div>\n<p>Mina</p>\n<p><em>Halden</em>, #7: Seats</p>',
    );
    expect(tellsTitle).toBe(true);
  });

  it.each([
    ['{{ticket.title}}', 'Seats [#7]'],
    ['[#{{ticket.id}}] {{ticket.title}}', '[#7] Seats'],
    ['#{{ticket.id}} {{customer.name}}', '#7 Ada [#7]'],
    ['{{desk.name}} answers', 'Halden answers [#7]'],
  ])('has the number of its ticket in a subject made of %j: %j', (subject, made) => {
    expect(render({ subject }).subject).toBe(made);
  });

  it('says names and titles to the letter, whatever they are made of', () => {
    const odd = '<img src=x onerror=alert(1)> **B** [a](javascript:1) {{answer}} `c` &amp; https://x.example';
    const { text, html } = render(
      { body: '# {{customer.name}}\n\n[{{ticket.title}}]({{agent.name}})\n\n{{answer}}' },
      {
        ...{ customer: odd, title: odd, agent: 'javascript:alert(1)' },
      },
    );
    expect(text).toContain(odd);
    expect(inner(html)).toContain(
      '<h1>&lt;img src=x onerror=alert(1)&gt; **B** [a](javascript:1) {{answer}} `c` &amp;amp; https://x.example</h1>',
    );
    expect(html).not.toMatch(/<img|href="javascript/);
  });

  it('greets nobody by a name that is not known', () => {
    expect(render({ body: 'Hello {{customer.name}},\n{{answer}}' }, { customer: '' }).text).toMatch(/^Hello,\n\n/);
  });
});
