import { HttpContext, HttpContextToken, type HttpHandlerFn } from '@angular/common/http';

/** After how many milliseconds a call counts as not answered; 0 means never. */
export const ANSWER_WITHIN = new HttpContextToken(() => 0);

/** What a call goes by in the place of `fetch`; null for `fetch`. */
export const GOES_BY = new HttpContextToken<HttpHandlerFn | null>(() => null);

/**
 * The longest that one attempt of a call may take; then it fails as `no_answer`. A call that waits until the person
 * has signed in again begins a new attempt, so that the waiting does not count.
 */
export function answerWithin(ms: number): HttpContext {
  return new HttpContext().set(ANSWER_WITHIN, ms);
}
