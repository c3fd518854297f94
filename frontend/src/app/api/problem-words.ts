const WORDS: Readonly<Record<string, string>> = {
  forbidden: 'You may not do this. Ask an administrator if you need it.',
  unauthenticated: 'You are not signed in any more.',
  cross_origin_request: 'The desk answers only to its own address. Open it there and try again.',
};

/** What to tell people where the API speaks to programs; null where its own words are fit for the screen. */
export function plainWords(code: string, retryAfterSeconds: number | null): string | null {
  if (code === 'too_many_requests') {
    return `That was too much at once. Try again ${waitInWords(retryAfterSeconds ?? 60)}.`;
  }
  return WORDS[code] ?? null;
}

/** "in 4 minutes", rounded up; "in less than a minute". */
export function waitInWords(seconds: number): string {
  if (seconds < 60) return 'in less than a minute';
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? 'in a minute' : `in ${minutes} minutes`;
}
