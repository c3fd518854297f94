import { createRequire } from 'node:module';
import type * as htmlparser2 from 'htmlparser2';
import { isReadable } from './html-depth.ts';
import { type Styles, isNothing, stylesOf } from './inline-styles.ts';

// As sanitize-html loads it: two ways at once are a circle for the loader that tests run in.
const { Parser } = createRequire(import.meta.url)('htmlparser2') as typeof htmlparser2;

/** Only where one of these stands anything may be hidden; most mails have none, and are not read once more for it. */
const MAY_HIDE =
  /display\s*:\s*none|visibility\s*:\s*hidden|overflow\s*:\s*hidden|opacity\s*:|font-size\s*:\s*[.0]|\shidden\b/i;

/** An element that is open: where it begins, and whether words right in it are seen. */
interface OpenElement {
  readonly start: number;
  readonly isHidden: boolean;
  readonly isTiny: boolean;
  readonly isInvisible: boolean;
}

type Cut = readonly [start: number, end: number];

/**
 * HTML without what its writer has hidden from whoever reads it, such as the words that only a list of mails shows. All else stays to the
 * letter. Unchanged where nothing is hidden, or all of it is, or it is too large or too deep to be read.
 */
export function seenHtml(html: string): string {
  if (!MAY_HIDE.test(html) || !isReadable(html)) return html;
  const pieces: string[] = [];
  let at = 0;
  for (const [start, end] of hiddenIn(html)) {
    pieces.push(html.slice(at, start));
    at = end;
  }
  const seen = [...pieces, html.slice(at)].join('');
  return hasWords(seen) ? seen : html;
}

/** Where something hidden stands, in order. */
function hiddenIn(html: string): readonly Cut[] {
  const open: OpenElement[] = [];
  const cuts: Cut[] = [];
  let hiding = 0;
  const parser = new Parser({
    onopentag(_name, attributes) {
      const element = elementOf(attributes, parser.startIndex, open.at(-1));
      open.push(element);
      if (element.isHidden) hiding++;
    },
    ontext() {
      const inside = open.at(-1);
      if (hiding === 0 && inside && (inside.isTiny || inside.isInvisible)) {
        cuts.push([parser.startIndex, parser.endIndex + 1]);
      }
    },
    onclosetag(_name, isImplied) {
      const element = open.pop();
      if (!element?.isHidden || --hiding > 0) return;
      const end = isImplied ? parser.startIndex : endOfTag(html, parser.startIndex);
      if (end > element.start) cuts.push([element.start, end]);
    },
  });
  parser.end(html);
  return cuts;
}

function elementOf(
  { style = '', hidden }: Readonly<Record<string, string>>,
  start: number,
  parent: OpenElement | undefined,
): OpenElement {
  const styles = stylesOf(style);
  const [size, visibility] = [styles.get('font-size'), styles.get('visibility')];
  return {
    start,
    isHidden: hidden !== undefined || hides(styles),
    isTiny: size === undefined ? (parent?.isTiny ?? false) : isNothing(size),
    isInvisible: visibility === undefined ? (parent?.isInvisible ?? false) : visibility === 'hidden',
  };
}

/** Whether an element is hidden with all that is in it. */
function hides(styles: Styles): boolean {
  if (styles.get('display') === 'none' || isNothing(styles.get('opacity'))) return true;
  return styles.get('overflow') === 'hidden' && ['max-height', 'height'].some((name) => isNothing(styles.get(name)));
}

function endOfTag(html: string, start: number): number {
  const end = html.indexOf('>', start);
  return end < 0 ? html.length : end + 1;
}

function hasWords(html: string): boolean {
  return /<img\b/i.test(html) || /[\p{L}\p{N}]/u.test(html.replace(/<[^<>]*>|&[#\w]{1,10};/g, ' '));
}
