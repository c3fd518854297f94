import { descriptionParts } from './description-parts';

const plain = (text: string) => ({ text, code: false });
const code = (text: string) => ({ text, code: true });

describe('a description', () => {
  it.each([
    ['one line', 'Hello', [[plain('Hello')]]],
    ['paragraphs', 'One\n\nTwo\n \n\n\nThree', [[plain('One')], [plain('Two')], [plain('Three')]]],
    ['line breaks', 'One\nTwo', [[plain('One\nTwo')]]],
    ['line breaks of another system', 'One\r\nTwo\r\n\r\nThree', [[plain('One\nTwo')], [plain('Three')]]],
    ['indented lines', 'a\n  b', [[plain('a\n  b')]]],
    ['code', 'Example: `INV-1187`, today', [[plain('Example: '), code('INV-1187'), plain(', today')]]],
    ['indentation after an empty line', 'a\n\n    b\tc', [[plain('a')], [plain('    b\tc')]]],
    ['backticks inside words', 'rock`n`roll', [[plain('rock`n`roll')]]],
    [
      'an address',
      'See https://example.com/a.',
      [[plain('See '), { text: 'https://example.com/a', code: false, href: 'https://example.com/a' }, plain('.')]],
    ],
    ['an address in code', '`https://example.com`', [[code('https://example.com')]]],
    ['a lone backtick', 'It`s\nodd`', [[plain('It`s\nodd`')]]],
    ['markup, as text', '<b>no</b> **no**', [[plain('<b>no</b> **no**')]]],
    ['nothing', ' \n\n ', []],
  ])('with %s', (_, description, parts) => {
    expect(descriptionParts(description)).toEqual(parts);
  });
});
