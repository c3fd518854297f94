/** Pages that nobody is sent back to after signing in. */
const NO_RETURN = /^\/(sign-in|choose-password)(?![^/?#])/;
/** A browser reads `\` as `/`, and skips control characters: `/\t/evil.example` is another site. */
// eslint-disable-next-line no-control-regex -- they are what it looks for
const UNSAFE = /[\\\u0000-\u001f\u007f]/;

/**
 * Where to go on after signing in: the address if it is a path of this app, otherwise its start. Whoever makes
 * somebody follow a link to the sign-in page must not decide where they end.
 */
export function returnAddress(value: unknown): string {
  if (typeof value !== 'string' || !value.startsWith('/') || value.startsWith('//')) return '/';
  if (UNSAFE.test(value) || NO_RETURN.test(value)) return '/';
  return value;
}

/** The sign-in page that leads back to `url` afterwards. */
export function signInAddress(url: string): string {
  return withReturn('/sign-in', url);
}

/** The page for a first password that leads back to `url` afterwards. */
export function choosePasswordAddress(url: string): string {
  return withReturn('/choose-password', url);
}

function withReturn(page: string, url: string): string {
  const address = returnAddress(url);
  return address === '/' ? page : `${page}?return=${encodeURIComponent(address)}`;
}
