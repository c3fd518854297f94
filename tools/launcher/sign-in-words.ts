/** How one of the first people signs in, as the API tells it; see backend/src/auth/known-passwords.service.ts. */
export interface SignInHint {
  readonly username: string;
  readonly password: string | null;
  readonly fromSettings: boolean;
  readonly mustChange: boolean;
}

/** Says how to sign in: one line for each person, beginning with `indent`. */
export function signInWords(hints: readonly SignInHint[], indent: string): string {
  const width = Math.max(0, ...hints.map(({ username }) => username.length));
  return hints.map((hint) => `${indent}${hint.username.padEnd(width)}  ${passwordWords(hint)}`.trimEnd()).join('\n');
}

function passwordWords({ password, fromSettings, mustChange }: SignInHint): string {
  if (password !== null) return mustChange ? `${password} (you then choose a password of your own)` : password;
  return fromSettings ? 'with ADMIN_PASSWORD' : 'with the password you chose';
}
