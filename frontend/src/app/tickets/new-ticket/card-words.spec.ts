import { type Standings, cardWords } from './card-words';
import type { SuggestionState } from './suggestion-state';
import { KNOWN_WORDS, abstention, hiddenSuggestion, noSuggestion, suggestion, twoOptions } from './testing/suggestion';

const text = { description: 'Since 07:30' };
const TAKEN: Standings = { category: 'taken', priority: 'taken' };
const LABELS: Readonly<Record<string, string>> = { billing: 'Billing', technical: 'Technical' };

const suggested = (changes = {}): SuggestionState => ({ phase: 'suggested', text, suggestion: suggestion(changes) });
const open = (given: ReturnType<typeof suggestion>): SuggestionState => ({ phase: 'open', text, suggestion: given });
const words = (state: SuggestionState, standings = TAKEN) => cardWords(state, standings, (key) => LABELS[key] ?? key);

describe('the suggestion card', () => {
  it.each<[string, SuggestionState, Standings, string, string | undefined]>([
    [
      'reads',
      { phase: 'reading', text, before: { phase: 'idle' } },
      TAKEN,
      'The desk is reading',
      'Both fields are usable at once',
    ],
    ['suggests, and names the model', suggested(), TAKEN, 'The desk suggests', 'gpt-4o-mini'],
    [
      'says so of a model of its own',
      suggested({ source: 'local' }),
      TAKEN,
      'The desk suggests',
      'The desk’s own model',
    ],
    [
      'says what has not been measured of starter knowledge',
      suggested({ source: 'local', measured: false }),
      TAKEN,
      'The desk suggests',
      'Starter knowledge, not yet measured on your tickets',
    ],
    [
      'and of an LLM',
      suggested({ measured: false }),
      TAKEN,
      'The desk suggests',
      'gpt-4o-mini, not yet measured on your tickets',
    ],
    [
      'says why the LLM did not answer when the own model stands in',
      suggested({ source: 'local', notice: 'The LLM did not answer within 10 s.' }),
      TAKEN,
      'The desk suggests',
      'The LLM did not answer within 10 s.',
    ],
    [
      'was overridden',
      suggested({ source: 'local' }),
      { category: 'overridden', priority: 'taken' },
      'The desk suggested, you decided',
      'The desk’s own model',
    ],
    [
      'was agreed with',
      suggested(),
      { category: 'agreed', priority: 'agreed' },
      'The desk suggested, you agreed',
      'Counts as one right answer',
    ],
    [
      'was agreed with in part',
      suggested(),
      { category: 'agreed', priority: 'taken' },
      'The desk suggests',
      'gpt-4o-mini',
    ],
    [
      'asks which of two',
      open(twoOptions()),
      { category: 'asked', priority: 'taken' },
      'Billing or Technical: please choose',
      'One of the two in 170 of 212 such cases',
    ],
    [
      'asks which of two, before it is known how often one of them is right',
      open({ ...twoOptions(), record: { category: null, priority: null } }),
      { category: 'asked', priority: 'taken' },
      'Billing or Technical: please choose',
      'The desk’s own model',
    ],
    [
      'was answered which of two',
      open(twoOptions()),
      { category: 'agreed', priority: 'agreed' },
      'The desk suggested, you agreed',
      'Counts as one right answer',
    ],
    [
      'could do with more',
      open(abstention('little_text')),
      TAKEN,
      'No suggestion yet: a sentence more would help',
      'Asks again by itself while you type',
    ],
    [
      'knows too few words',
      open(abstention('unknown_words')),
      TAKEN,
      'No suggestion: few of these words have been seen here',
      'The desk learns from your choice',
    ],
    [
      'does not know the language',
      open(abstention('unknown_language')),
      TAKEN,
      'No suggestion: language not learned yet',
      'The desk learns from your choice',
    ],
    [
      'cannot tell',
      open(abstention('too_close', { record: { category: { right: 9, of: 31 }, priority: null } })),
      TAKEN,
      'No suggestion: too close to call',
      'The desk learns from your choice',
    ],
    [
      'is often wrong',
      open(abstention('often_wrong', { record: { category: { right: 9, of: 31 }, priority: null } })),
      TAKEN,
      'No suggestion: the desk is often wrong about such texts',
      'Right 9 of 31 times, so it keeps quiet',
    ],
    [
      'is often wrong, nobody knows yet how often',
      open(abstention('often_wrong')),
      TAKEN,
      'No suggestion: the desk is often wrong about such texts',
      'The desk learns from your choice',
    ],
    ['keeps it to itself', open(hiddenSuggestion()), TAKEN, 'This one is yours to choose', undefined],
    [
      'has none',
      { phase: 'none', text, suggestion: noSuggestion('It was unavailable.'), requestId: '7f3c-19ab' },
      TAKEN,
      'No suggestion this time',
      'Request 7f3c-19ab',
    ],
    [
      'could not be asked',
      { phase: 'failed', text, requestId: '7f3c-19ab' },
      TAKEN,
      'No suggestion this time',
      'Request 7f3c-19ab',
    ],
    ['reached nobody', { phase: 'failed', text, requestId: null }, TAKEN, 'No suggestion this time', undefined],
  ])('%s', (_, state, standings, heading, foot) => {
    expect(words(state, standings)).toMatchObject({ heading });
    expect(words(state, standings).foot?.words).toBe(foot);
  });

  it('is lavender while there is a proposal and grey while there is none', () => {
    const off = [suggested(), open(twoOptions()), open(abstention('too_close')), open(hiddenSuggestion())].map(
      (state) => words(state).off ?? false,
    );
    expect(off).toEqual([false, false, true, true]);
  });

  it('says how little it knows where that is why it keeps silent', () => {
    const known_words = KNOWN_WORDS;
    const lead = (...of: Parameters<typeof abstention>) => words(open(abstention(...of))).lead;

    expect(lead('unknown_words', { known_words })).toBe('3 of 41 words are known here.');
    expect(lead('unknown_language', { known_words, language: 'pol' })).toBe(
      'It seems to be written in Polish. 3 of 41 words are known here.',
    );
    expect(lead('unknown_language', { language: 'qqq' })).toBeUndefined();
    expect(lead('too_close', { known_words })).toBeUndefined();
    expect(lead('unknown_words')).toBeUndefined();
  });

  it('shows a few words that it knows and does not where that is why it keeps silent', () => {
    const known_words = KNOWN_WORDS;
    const shown = (...of: Parameters<typeof abstention>) => words(open(abstention(...of))).words;

    expect(shown('unknown_words', { known_words })).toEqual(KNOWN_WORDS);
    expect(shown('unknown_words', { known_words: { known: 3, of: 41, seen: [], unseen: [] } })).toBeUndefined();
    expect(shown('unknown_language', { known_words })).toBeUndefined();
  });

  it('shows no failure where it keeps its suggestion to itself, and says why', () => {
    expect(words(open(hiddenSuggestion()))).toMatchObject({
      icon: 'person_check',
      lead: 'For a few tickets the desk keeps its suggestion to itself, to learn how good it is.',
    });
  });
});
