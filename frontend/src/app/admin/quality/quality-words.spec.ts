import { minuteWords } from '../../ui/moment-words';
import { briefSuggesterWords, suggesterWords } from './quality-words';

const MADE = '2026-04-20T03:10:00.000Z';
const TIME = minuteWords(Date.parse(MADE));
const local = { source: 'local', model: null, version: 'c0ffee01', made_at: MADE };
const llm = { source: 'openai', model: 'gpt-4o-mini', version: '3' };

describe('the words for who suggests', () => {
  it.each([
    [local, `Built-in suggester, version c0ffee01 of ${TIME}`, `Built-in suggester of ${TIME}`],
    [{ ...local, made_at: null }, 'Built-in suggester, version c0ffee01', 'Built-in suggester, version c0ffee01'],
    [{ ...local, version: null }, 'Built-in suggester', `Built-in suggester of ${TIME}`],
    [llm, 'gpt-4o-mini, prompt v3', 'gpt-4o-mini, prompt v3'],
    // Whatever a model is called.
    [{ ...llm, model: 'tuned, version 3' }, 'tuned, version 3, prompt v3', 'tuned, version 3, prompt v3'],
    [{ ...llm, model: null, version: null }, 'openai', 'openai'],
  ])('of %j are "%s", and in a heading "%s"', (suggesting, words, brief) => {
    expect(suggesterWords(suggesting)).toBe(words);
    expect(briefSuggesterWords(suggesting)).toBe(brief);
  });
});
