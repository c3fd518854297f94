import { DOCUMENT, InjectionToken, inject } from '@angular/core';

/**
 * The path below which this desk lives, without a slash at its end; empty when it has a host of its own. The web server
 * writes it into the page.
 */
export const BASE_PATH = new InjectionToken<string>('BASE_PATH', { factory: () => basePathOf(inject(DOCUMENT)) });

export function basePathOf(page: Document): string {
  return (page.querySelector('base')?.getAttribute('href') ?? '/').replace(/\/+$/, '');
}
