/** Images that the desk shows where they stand. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif']);
/** A picture in Markdown: its words, in which brackets are escaped, and what it is named by. */
const PICTURE = /!\[((?:[^[\]\\]|\\.)*)\]\(attachment:([0-9a-f-]{36})\)/gi;
const ADDRESS = /^attachment:([0-9a-f-]{36})$/i;

/** Whether a file may stand in a text. */
export function isPicture(type: string): boolean {
  return PICTURES.has(type);
}

/** What names a picture by this address; null for an address that leads elsewhere. */
export function pictureAt(address: string): string | null {
  return ADDRESS.exec(address)?.[1]?.toLowerCase() ?? null;
}

/** A picture in Markdown. */
export function pictureMarkdown(name: string, words: string): string {
  const said = words.replace(/\s+/g, ' ').trim();
  return `![${said.replace(/[\\[\]`*_~<&!]|:(?=\/\/)/g, '\\$&')}](attachment:${name})`;
}

/** What the pictures are named by that Markdown shows: attachments, and what is on its way to be one. */
export function picturesIn(markdown: string): ReadonlySet<string> {
  return new Set(Array.from(markdown.matchAll(PICTURE), ([, , name = '']) => name.toLowerCase()));
}

/** Markdown whose pictures are named as `nameOf` says. */
export function withPicturesNamed(markdown: string, nameOf: (name: string) => string): string {
  return markdown.replace(
    PICTURE,
    (_, words: string, name: string) => `![${words}](attachment:${nameOf(name.toLowerCase())})`,
  );
}

/** Markdown as it is read where nothing is shown. */
export function withPictureWords(markdown: string): string {
  return markdown.replace(PICTURE, (_, words: string) => {
    const said = words.replace(/\\(.)/g, '$1').trim();
    return said === '' ? '[picture]' : `[picture: ${said}]`;
  });
}
