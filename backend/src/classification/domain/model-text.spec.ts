import { modelText } from './model-text.ts';

describe('what a model says', () => {
  it.each([
    ['without a thought', 'A', 'A', []],
    ['after a thought', '<think>a</think>B', 'B', ['a']],
    ['after thinking in another word', '<thinking>a</thinking>B', 'B', ['a']],
    ['after thinking in capitals', '<THINK>a</Think>B', 'B', ['a']],
    ['after a tag with more in it', '<think mode="long">a</think>B', 'B', ['a']],
    ['after reasoning', '<reasoning>a</reasoning>B', 'B', ['a']],
    ['around a thought', 'A<think>b</think>C', 'AC', ['b']],
    ['between two thoughts', '<think>a</think>B<think>c</think>', 'B', ['c', 'a']],
    ['behind a thought that never began', 'a</think>B', 'B', ['a']],
    ['before a thought that does not end', 'A<think>b', 'A', ['b']],
    ['in a thought that does not end', '<think>a', '', ['a']],
    ['after Magistral’s brackets', '[THINK]a[/THINK]B', 'B', ['a']],
    ['after Kimi’s brackets', '◁think▷a◁/think▷B', 'B', ['a']],
    [
      'in the final channel of gpt-oss',
      '<|channel|>analysis<|message|>a<|end|><|channel|>final<|message|>B',
      'B',
      ['a'],
    ],
    ['with a tag that is none', '<thinker>A</thinker>', '<thinker>A</thinker>', []],
  ])('%s', (_, text, said, thought) => {
    const parts = modelText(text);
    expect([parts.said.trim(), parts.thought.filter((one) => one !== '')]).toEqual([said, thought]);
  });

  it('is told from its thoughts in one look, however many brackets there are', () => {
    const started = process.cpuUsage();
    modelText('<think>'.repeat(40_000));
    modelText('<think '.repeat(40_000));
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
