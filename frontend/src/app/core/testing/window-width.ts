/**
 * From now on the window is as wide as this, in pixels, and higher than any layout asks for: a phone up to 599, a wide
 * window from 1200 on. It never changes.
 */
export function windowOf(width: number): void {
  window.matchMedia = (query: string) =>
    ({
      matches: query.includes('max-width')
        ? width <= 599
        : !query.includes('max-height') && query.includes('min-width') && width >= 1200,
      media: query,
      addEventListener: () => 0,
      removeEventListener: () => 0,
      addListener: () => 0,
      removeListener: () => 0,
    }) as never;
}
