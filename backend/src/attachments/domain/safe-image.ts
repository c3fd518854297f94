/** Images that a browser shows without running anything; SVG is a page with scripts. */
const SAFE_IMAGES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);

/** Whether a content may be shown where it is asked for; everything else is saved. */
export function isSafeImage(type: string): boolean {
  return SAFE_IMAGES.has(type);
}
