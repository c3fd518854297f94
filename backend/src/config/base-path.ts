/**
 * The path that the address of the web app has, without a slash at its end: `/desk` of `https://example.org/desk/`, and
 * nothing when the desk has a host of its own. The web servers work it out the same way: tools/web/base-path.ts and
 * docker/nginx/base-path.envsh.
 */
export function basePathOf(webUrl: string): string {
  return new URL(webUrl).pathname.replace(/\/+$/, '');
}

/** Whether the desk can live below the path of this address: it goes into cookies and configurations as it is. */
export function hasUsablePath(webUrl: unknown): boolean {
  if (typeof webUrl !== 'string' || !URL.canParse(webUrl)) return true; // that is told elsewhere
  const { search, hash } = new URL(webUrl);
  const path = basePathOf(webUrl);
  return search === '' && hash === '' && /^(\/[\w.~-]+)*$/.test(path) && !/^\/api(\/|$)/.test(path);
}

/** The address of a request without the base path; one that came without it is left as it is. */
export function withoutBasePath(url: string, basePath: string): string {
  if (basePath === '' || !url.startsWith(basePath)) return url;
  const rest = url.slice(basePath.length);
  if (rest.startsWith('/')) return rest;
  return rest === '' || rest.startsWith('?') ? `/${rest}` : url;
}
