import type { Answer, ProblemBody } from './api-client.ts';

/** What an answer says is wrong, in a line: its status, its code, and each field with the code of its error. */
export function problem({ status, body }: Answer<ProblemBody>): string {
  return [status, body.code, ...(body.errors ?? []).map(({ field, code }) => `${field} ${code}`)].join(' ');
}
