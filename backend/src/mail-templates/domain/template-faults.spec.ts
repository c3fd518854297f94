import { DEFAULT_WORDS, TEMPLATE_KINDS } from './mail-template.ts';
import { templateFaults } from './template-faults.ts';

describe('what is wrong with a template', () => {
  it.each(TEMPLATE_KINDS)('is nothing as the desk brings it (%s)', (kind) => {
    expect(templateFaults(kind, DEFAULT_WORDS[kind])).toEqual([]);
  });

  it.each([
    ['reply', { body: '{{answer}}\n{{agent.name}}' }, []],
    ['reply', { subject: '{{answer}}' }, ['subject unknown_placeholder']],
    ['reply', { subject: '{{x}}', body: '{{y}}' }, ['subject unknown_placeholder', 'body unknown_placeholder']],
    ['reply', { body: 'Hello' }, ['body answer_missing']],
    ['reply', { body: '{{answer}}\n{{answer}}' }, ['body answer_repeated']],
    ['reply', { body: 'So: {{answer}}' }, ['body not_alone']],
    ['acknowledgement', { body: 'Hello {{customer.name}}, it is {{ticket.title}} at {{desk.name}}' }, []],
    ['acknowledgement', { body: '{{answer}}' }, ['body unknown_placeholder']],
    ['acknowledgement', { body: 'Hello\n{{signature}}' }, ['body unknown_placeholder']],
    ['acknowledgement', { subject: '{{agent.name}}' }, ['subject unknown_placeholder']],
  ] as const)('of a %s of %j is %j', (kind, words, expected) => {
    const faults = templateFaults(kind, { ...DEFAULT_WORDS[kind], ...words });
    expect(faults.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });
});
