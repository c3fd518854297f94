import { fillIn, unwrap } from './demo-letter.ts';

describe('fillIn', () => {
  const fact = (slot: string): string => `<${slot}>`;

  it('fills slots, also inside the wording it chooses', () => {
    expect(fillIn('Order {order}: [paid {amount}|not paid]', fact, 0)).toBe('Order <order>: paid <amount>');
  });

  it('differs in each of the first four turns of a template with two choices', () => {
    const texts = [0, 1, 2, 3].map((turn) => fillIn('[a|b] [c|d]', fact, turn));
    expect(new Set(texts).size).toBe(4);
  });

  it('leaves code alone', () => {
    const code = '{ "type": ["string", "null"] } items[0] {}';
    expect(fillIn(code, fact, 0)).toBe(code);
  });
});

describe('unwrap', () => {
  it('joins lines to paragraphs and keeps marked lines with their indentation', () => {
    const template = `
      First line
      and second.

      |{
      |  "a": 1
      |}

      Last.`;
    expect(unwrap(template)).toBe('First line and second.\n\n{\n  "a": 1\n}\n\nLast.');
  });
});
