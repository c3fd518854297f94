import { bodyFault, bodyParts } from './template-body.ts';

describe('the body of a template', () => {
  it.each([
    ['{{answer}}', null],
    ['Hello\n  {{ answer }}  \n{{signature}}\nBye', null],
    ['Hello\r\n{{answer}}\r\n', null],
    ['Hello', 'answer_missing'],
    ['{{signature}}', 'answer_missing'],
    ['{{answer}}\n{{answer}}', 'answer_repeated'],
    ['Hello {{answer}}', 'not_alone'],
    ['> {{answer}}', 'not_alone'],
    ['{{answer}}\nYours {{signature}}', 'not_alone'],
  ])('%j: %j', (body, fault) => {
    expect(bodyFault(body)).toBe(fault);
  });

  it('falls into pieces without the empty lines between them', () => {
    expect(bodyParts('\n  Hello\nAda\n\n\n{{answer}}\n\n{{signature}}\n \nBye\n')).toEqual([
      { markdown: '  Hello\nAda' },
      { block: 'answer' },
      { block: 'signature' },
      { markdown: 'Bye' },
    ]);
  });
});
