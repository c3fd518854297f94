/** What stands in place of an address where Markdown shows a picture that came with it: `![words](attachment:ID)`. */
export const PICTURE_SCHEME = 'attachment:';

/** By this an image of HTML says which attachment it shows. */
export const SHOWN_ATTACHMENT = 'data-attachment';

/** A picture in Markdown as it is typed; its words have brackets in pairs, or escaped ones, and behind its address may stand a title. */
const PICTURE =
  /!\[((?:[^[\]\\]|\\.|\[(?:[^[\]\\]|\\.)*\])*)\]\(attachment:[0-9a-f-]{36}(?:\s+(?:"[^"]{0,200}"|'[^']{0,200}'|\([^()]{0,200}\)))?\s*\)/gi;

/** Which attachment an address names, in small letters; null for one that names none. */
export function pictureNamed(address: string): string | null {
  return address.toLowerCase().startsWith(PICTURE_SCHEME) ? address.slice(PICTURE_SCHEME.length).toLowerCase() : null;
}

/** What is read where a picture cannot be seen. */
export function pictureWords(words: string): string {
  const said = words.replace(/\s+/g, ' ').trim();
  return said === '' ? '[picture]' : `[picture: ${said}]`;
}

/** Markdown as it is read where nothing is shown: of pictures the words, as `words_of_pictures` of the database does. */
export function withPictureWords(markdown: string): string {
  return markdown.replace(PICTURE, (_, words: string) => pictureWords(words.replace(/\\(.)/g, '$1')));
}
