/** What a browser says about where a request comes from, and the origin that it went to. */
export interface RequestOrigins {
  /** The header Sec-Fetch-Site; browsers send it on secure and local addresses. */
  readonly secFetchSite: string | undefined;
  /** The header Origin. */
  readonly origin: string | undefined;
  /** The scheme and host that the browser asked, like `https://desk.example.com`. */
  readonly target: string;
}

/**
 * Whether a browser sent the request on behalf of another origin. A page cannot forge either header; a caller that
 * sends neither is no browser, and carries no cookies that somebody else could abuse.
 */
export function isCrossOrigin({ secFetchSite, origin, target }: RequestOrigins): boolean {
  if (secFetchSite !== undefined) return secFetchSite !== 'same-origin' && secFetchSite !== 'none';
  if (origin === undefined) return false;
  return !URL.canParse(origin) || !URL.canParse(target) || new URL(origin).origin !== new URL(target).origin;
}
