import { Secret } from '../../src/config/secret.ts';
import { SuggesterFailure } from '../../src/classification/domain/suggester-failure.ts';
import { NO_DESK } from '../../src/classification/llm-desk.ts';
import { openAiProvider } from '../../src/classification/providers/openai/openai.provider.ts';

// A process of its own asks the LLM at the address it is given, and says what came of it: Node reads some of its
// environment only when it starts.
const category = { key: 'billing', label: 'B', description: '', position: 1, active: true, mergedInto: null };
const secretOf = (value: string | undefined) => (value ? new Secret(value) : null);
const [baseUrl = '', httpsProxy] = process.argv.slice(2);
const provider = openAiProvider({
  ...{ provider: 'openai', apiKey: new Secret('sk-any'), model: 'm', baseUrl, timeoutMs: 10_000, loadTimeoutMs: 0 },
  proxies: { http: null, https: secretOf(httpsProxy), bypass: '' },
});
const request = { text: { title: '', description: 'Charged twice.' }, categories: [category] };
const outcome = await provider
  .classify(request, new AbortController().signal, NO_DESK.calls('m', { about: null, examples: [] }))
  .then(
    () => 'answered',
    (error: unknown) =>
      error instanceof SuggesterFailure ? `${error.reason} ${error.serverWords ?? ''}` : String(error),
  );
process.stdout.write(outcome);
