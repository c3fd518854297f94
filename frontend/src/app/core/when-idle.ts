/** What a browser without a word for it waits, in milliseconds. */
const REST_MS = 1_500;

/** Does this when the browser has nothing else to do, once. */
export function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in window) window.requestIdleCallback(() => run());
  else setTimeout(run, REST_MS);
}
