import type { LlmCall } from '../../api/admin-model';
import { figure } from '../../ui/count-words';
import { failureWords } from '../llm/failure-words';
import { money } from '../llm/settings/money';

const KEPT_MS = 30 * 86_400_000;

/** A message of a question, as it was sent. */
export interface SentMessage {
  role: string;
  text: string;
}

/** The messages of a body that was sent; the body itself where it has none. */
export function messagesOf(sent: Readonly<Record<string, unknown>>): SentMessage[] {
  const { messages } = sent;
  if (!Array.isArray(messages)) return [{ role: 'body', text: JSON.stringify(sent, null, 2) }];
  return (messages as readonly Readonly<Record<string, unknown>>[]).map(({ role, content }) => ({
    role: String(role),
    text: typeof content === 'string' ? content : JSON.stringify(content, null, 2),
  }));
}

/** "412 tokens read, 60 written, cost 0.0001.", and why it brought no suggestion. */
export function callWords({ prompt_tokens: read, completion_tokens: wrote, cost, failure }: LlmCall): string {
  const tokens = read === null ? 'Tokens not told' : `${figure(read)} tokens read, ${figure(wrote ?? 0)} written`;
  const spent = cost === null ? 'cost not known' : `cost ${money(cost)}`;
  return [`${tokens}, ${spent}.`, ...(failure === null ? [] : [failureWords(failure)])].join(' ');
}

/** Why the texts of a call are not there any more. */
export function goneWords({ at }: LlmCall, now: number): string {
  return now - Date.parse(at) >= KEPT_MS
    ? 'What was sent and came back is kept for 30 days, and gone by now.'
    : 'What was sent and came back is gone with a ticket that stood in it.';
}
