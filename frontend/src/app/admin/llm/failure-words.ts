import type { LlmFailureReason } from '../../api/admin-model';

/** Why the model gave no suggestion, in plain words, with what an admin can do. */
const WORDS: Readonly<Record<LlmFailureReason, string>> = {
  no_api_key: 'No API key is set. Set LLM_API_KEY and start the desk again.',
  bad_api_key: 'The server of the model refused the API key. Check LLM_API_KEY.',
  forbidden: 'The server of the model does not let this key ask. Check what the key may do, and from where.',
  model_not_found: 'The server does not have the model, or not for this key. Check OPENAI_MODEL.',
  wrong_address: 'There is no model at the address. Check OPENAI_BASE_URL, which mostly ends in /v1.',
  redirected:
    'The server of the model sends the desk elsewhere, where it does not go. Put the right address into OPENAI_BASE_URL.',
  untrusted_certificate:
    'The certificate of the server is not trusted. NODE_EXTRA_CA_CERTS names a file with the authority that issued it.',
  bad_request: 'The server of the model refused the question.',
  no_credit: 'The account of the API key has no credit left. Top it up at the provider of the model.',
  budget_used: "Today's budget is used up. The model is asked again after midnight, in the time zone of the desk.",
  too_long: 'The text is too long for the model, shortened too.',
  loading: 'The model is still being loaded. The desk waits for it in the background; ask again in a while.',
  timeout: 'The model took too long to answer.',
  unreachable: 'The server of the model could not be reached. Check its address and the network.',
  rate_limited: 'The server of the model asked to slow down. Check the limits of the key.',
  server_error: 'The server of the model had an error of its own.',
  circuit_open: 'After several failures in a row the desk gave the model a short rest.',
  refused: 'The model declined to judge the text.',
  empty: 'The model answered nothing.',
  truncated: 'The answer of the model broke off.',
  invalid_json: 'The model answered something that is not JSON.',
  schema_mismatch: 'The model answered in another form than it was asked for.',
  unknown_value: 'The model named a category or priority that does not exist.',
  unexpected: 'Something unforeseen happened. The log of the API has more.',
};

export function failureWords(reason: string): string {
  const known: Readonly<Partial<Record<string, string>>> = WORDS;
  return known[reason] ?? `The model gave no suggestion (${reason.replaceAll('_', ' ')}).`;
}
