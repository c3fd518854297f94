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
    ['a lone backtick', 'It`s\nodd`', [[plain('It`s\nodd`')]]],
    ['markup, as text', '<b>no</b> **no**', [[plain('<b>no</b> **no**')]]],
    ['nothing', ' \n\n ', []],
  ])('with %s', (_, description, parts) => {
    expect(descriptionParts(description)).toEqual(parts);
  });
});
