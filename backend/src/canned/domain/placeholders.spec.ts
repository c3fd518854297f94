import { unknownPlaceholders } from './placeholders.ts';

describe('the placeholders of a canned answer', () => {
  it.each([
    ['Hello', []],
    ['Hello {{customer.name}}, {{ ticket.id }} {{ticket.title}} {{agent.name}}', []],
    ['{{customer.nam}} and {{ Customer.name }} and {{customer.nam}}', ['customer.nam', 'Customer.name']],
    ['{{}}', ['']],
    ['{customer.nam} {{open', []],
    ['{{{nobody}}}', ['nobody']],
    ['{{toString}}', ['toString']],
  ])('of %j that are unknown are %j', (text, unknown) => {
    expect(unknownPlaceholders(text)).toEqual(unknown);
  });
});
