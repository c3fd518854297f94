const LENGTH_MAX = 2_000_000;
const DEPTH_MAX = 300;
const TAG = /<(\/?)([a-z][a-z0-9]*)\b/gi;
/** Elements that hold nothing, or that end by themselves where the next one begins. */
const SHALLOW = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th thead tbody tfoot'.split(
    ' ',
  ),
);

/** Whether HTML may be given to a parser: readers of HTML take very long for elements that stand thousands deep. */
export function isReadable(html: string): boolean {
  if (html.length > LENGTH_MAX) return false;
  let depth = 0;
  for (const [, closing, name = ''] of html.matchAll(TAG)) {
    if (SHALLOW.has(name.toLowerCase())) continue;
    depth = closing === '' ? depth + 1 : Math.max(depth - 1, 0);
    if (depth > DEPTH_MAX) return false;
  }
  return true;
}
