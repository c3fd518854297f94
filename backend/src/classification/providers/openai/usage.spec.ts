import { usageIn } from './usage.ts';

describe('what a server says that an answer took', () => {
  it.each([
    ['OpenAI', { usage: { prompt_tokens: 400, completion_tokens: 60, total_tokens: 460 } }],
    ['newer names', { usage: { input_tokens: 400, output_tokens: 60 } }],
    ['Ollama', { model: 'm', prompt_eval_count: 400, eval_count: 60 }],
    ['numbers in quotes', { usage: { prompt_tokens: '400', completion_tokens: '60' } }],
    ['Groq', { x_groq: { usage: { prompt_tokens: 400, completion_tokens: 60 } } }],
  ])('is read from the words of %s', (_, body) => {
    expect(usageIn(JSON.stringify(body))).toEqual({ prompt: 400, completion: 60 });
  });

  it('is read from the last event of a stream', () => {
    const events = [
      { choices: [], usage: null },
      { choices: [], usage: { prompt_tokens: 7, completion_tokens: 2 } },
    ];
    const body = `${events.map((event) => `data: ${JSON.stringify(event)}`).join('\n\n')}\n\ndata: [DONE]\n`;
    expect(usageIn(body)).toEqual({ prompt: 7, completion: 2 });
  });

  it.each([
    ['nothing', {}],
    ['null', { usage: null }],
    ['negative counts', { usage: { prompt_tokens: -1, completion_tokens: 2 } }],
    ['fractions', { usage: { prompt_tokens: 1.5, completion_tokens: 2 } }],
    ['one of both', { usage: { prompt_tokens: 12 } }],
    ['zeros, as of what was not counted', { usage: { prompt_tokens: 0, completion_tokens: 0 } }],
    ['more than can be', { usage: { prompt_tokens: 1e15, completion_tokens: 1 } }],
  ])('is unknown where it tells %s', (_, body) => {
    expect(usageIn(JSON.stringify(body))).toBeNull();
  });

  it('is unknown where the answer is no JSON', () => {
    expect(usageIn('<html>Bad gateway</html>')).toBeNull();
  });
});
