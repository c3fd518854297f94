/** What people look for: names and addresses of customers, words of theirs. */
const SOUGHT = /([?&]search=)[^&]*/g;

/** An address as it may be logged: without what somebody was looking for. */
export function loggableUrl(url: string): string {
  return url.replace(SOUGHT, '$1*');
}
