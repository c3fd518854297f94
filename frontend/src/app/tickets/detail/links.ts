import { LinkifyIt } from 'linkify-it';

/** Where in a text a link stands, in UTF-16 units, and where it leads. */
export interface TextLink {
  readonly from: number;
  readonly to: number;
  readonly href: string;
}

const SAFE = /^(?:https?:\/\/|mailto:)/i;

const finder = new LinkifyIt({ fuzzyLink: true }).add('ftp:', null).add('//', null);

/**
 * The addresses in a text: http and https, those that begin with `www.`, and those of e-mail. Nothing else is a link: not
 * `javascript:`, and no word with a dot in it. Marks of a sentence behind an address are no part of it.
 */
export function linksIn(text: string): TextLink[] {
  return (finder.match(text) ?? [])
    .filter(({ schema, raw, url }) => SAFE.test(url) && (schema !== '' || /^www\./i.test(raw)))
    .map(({ index, lastIndex, url }) => ({ from: index, to: lastIndex, href: url }));
}
