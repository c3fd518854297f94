/**
 * The path that the address of the web app has, without a slash at its end; nothing when the desk has a host of its own.
 * backend/src/config/base-path.ts works it out the same way, and refuses what cannot be one.
 */
export function basePathOf(webUrl: string): string {
  return URL.canParse(webUrl) ? new URL(webUrl).pathname.replace(/\/+$/, '') : '';
}

/** The address of a request without the base path; one that came without it is left as it is. */
export function withoutBasePath(url: string, basePath: string): string {
  if (basePath === '' || !url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
