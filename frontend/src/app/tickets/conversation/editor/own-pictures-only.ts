import { pictureAt } from '../picture-names';

/** The parts of a token of what reads Markdown that are needed here; its package is not one of the desk's own. */
export interface Token {
  type: string;
  content: string;
  children: Token[] | null;
  attrs: [string, string][] | null;
  attrGet(name: string): string | null;
}

interface CoreState {
  readonly tokens: readonly Token[];
  readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
}

export interface Tokenizer {
  readonly core: { readonly ruler: { push(name: string, read: (state: CoreState) => void): void } };
}

/** Reads as pictures those alone that came with the message. One elsewhere is a link to it behind an exclamation mark. */
export function readOwnPictures(markdown: Tokenizer): void {
  markdown.core.ruler.push('own_pictures', ({ tokens, Token }) => {
    for (const token of tokens) {
      let links = 0;
      token.children =
        token.children?.flatMap((child) => {
          if (child.type === 'link_open') links += 1;
          if (child.type === 'link_close') links -= 1;
          if (child.type !== 'image' || pictureAt(child.attrGet('src') ?? '') !== null) return [child];
          const [mark, open, close] = [
            new Token('text', '', 0),
            new Token('link_open', 'a', 1),
            new Token('link_close', 'a', -1),
          ];
          mark.content = '!';
          open.attrs = [['href', child.attrGet('src') ?? ''], ...titleOf(child)];
          const words = (child.children ?? []).map(plainly);
          return links > 0 ? [mark, ...words] : [mark, open, ...words, close];
        }) ?? null;
    }
  });
}

/** What a picture shows, in words. */
export function wordsOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) => (type.endsWith('break') ? ' ' : content))
    .join('')
    .trim();
}

function titleOf(token: Token): [string, string][] {
  const title = token.attrGet('title');
  return title === null ? [] : [['title', title]];
}

/** Words of a picture are not joined as those around it are. */
function plainly(token: Token): Token {
  if (token.type === 'text_special' || token.type === 'image') token.type = 'text';
  return token;
}
