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
  const open: string[] = [];
  for (const [, closing, tag = ''] of html.matchAll(TAG)) {
    const name = tag.toLowerCase();
    if (SHALLOW.has(name)) continue;
    if (closing === '') open.push(name);
    else close(open, name);
    if (open.length > DEPTH_MAX) return false;
  }
  return true;
}

/** What a reader of HTML made of it; null where it gave up, as by tags within tags that stand deeper than they seem to. */
export function unlessTooDeep(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Closes an element with all that was opened in it; what was never opened closes nothing. */
function close(open: string[], name: string): void {
  const at = open.lastIndexOf(name);
  if (at >= 0) open.length = at;
}
