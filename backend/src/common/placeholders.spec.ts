import { filledIn, unknownPlaceholders } from './placeholders.ts';

const KNOWN = ['customer.name', 'ticket.id', 'ticket.title', 'agent.name'];

describe('placeholders in a text', () => {
  it.each([
    ['Hello', []],
    ['Hello {{customer.name}}, {{ ticket.id }} {{ticket.title}} {{agent.name}}', []],
    ['{{customer.nam}} and {{ Customer.name }} and {{customer.nam}}', ['customer.nam', 'Customer.name']],
    ['{{}}', ['']],
    ['{customer.nam} {{open', []],
    ['{{{nobody}}}', ['nobody']],
    ['{{toString}}', ['toString']],
  ])('of %j that are unknown are %j', (text, unknown) => {
    expect(unknownPlaceholders(text, KNOWN)).toEqual(unknown);
  });

  it.each([
    ['Hello {{ name }},', 'Hello Ada,'],
    ['Hello {{nobody}}, {{name}}', 'Hello, Ada'],
    ['{{name}}{{name}}{{toString}}', 'AdaAda{{toString}}'],
  ])('in %j give way to what is known: %j', (text, filled) => {
    const values = new Map([
      ['name', 'Ada'],
      ['nobody', ''],
    ]);
    expect(filledIn(text, values)).toBe(filled);
  });
});
