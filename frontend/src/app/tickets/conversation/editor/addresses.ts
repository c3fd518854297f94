/** The parts of what reads Markdown that are needed here; its package is not one of the desk's own. */
export interface Tokenizer {
  readonly linkify: { matchAtStart(text: string): { readonly lastIndex: number } | null };
  readonly inline: { readonly ruler: { after(rule: string, name: string, read: ReadInline): void } };
  disable(rules: readonly string[]): unknown;
}

interface InlineState {
  readonly src: string;
  readonly linkLevel: number;
  pos: number;
  pending: string;
}

type ReadInline = (state: InlineState, isSilent: boolean) => boolean;

const SCHEME = /(?<![a-z0-9.+-])(?:https?|ftp):\/\//gi;
const SCHEME_BEFORE = /(?<![a-z0-9.+-])(?:https?|ftp)$/i;

/** Reads the signs of Markdown within an address as its letters, as the API does. */
export function keepAddresses(markdown: Tokenizer): void {
  markdown.inline.ruler.after('text', 'address', (state, isSilent) => {
    const { src, pos, pending } = state;
    if (state.linkLevel > 0 || src[pos] !== ':') return false;
    const scheme = SCHEME_BEFORE.exec(pending.slice(-10))?.[0].length ?? 0;
    const length = scheme === 0 ? 0 : lengthAtStart(markdown, src.slice(pos - scheme)) - scheme;
    if (length <= 0) return false;
    if (!isSilent) state.pending += src.slice(pos, pos + length);
    state.pos += length;
    return true;
  });
}

/** A text in turns: words, an address, words, …; what is between two addresses may be empty. */
export function partedAtAddresses(markdown: Tokenizer, text: string): readonly string[] {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(SCHEME)) {
    if (index < from) continue;
    const length = lengthAtStart(markdown, text.slice(index));
    if (length === 0) continue;
    parts.push(text.slice(from, index), text.slice(index, index + length));
    from = index + length;
  }
  return [...parts, text.slice(from)];
}

function lengthAtStart({ linkify }: Tokenizer, text: string): number {
  const length = linkify.matchAtStart(text)?.lastIndex ?? 0;
  // Those at the end are rather the end of what is bold.
  return text.slice(0, length).replace(/\*+$/, '').length;
}
