import { withMailLineEnds } from '../domain/line-ends.ts';
import { decoded } from './charsets.ts';
import { withPicturesApart } from './embedded-pictures.ts';
import { wordsOfEnriched, wordsOfRichtext } from './enriched-text.ts';
import { isCms, signedContent } from './opaque-cms.ts';
import { type ParsedMail, parsedMail } from './parsed-mail.ts';
import { seenHtml } from './seen-html.ts';

/** Signed mails are in one another but once, or so. */
const SIGNED_DEPTH = 3;
const TAGGED = [
  { type: /^text\/enriched\b/i, wordsOf: wordsOfEnriched },
  { type: /^text\/richtext\b/i, wordsOf: wordsOfRichtext },
] as const;

/**
 * The parts of a mail as far as people can read them: words that are signed within a file are shown, and so is a text with marks where there is
 * none without; pictures that stand in the HTML are files beside it; what its writer has hidden is left away.
 *
 * @throws Error as `parsedMail` does
 */
export async function readableParts(mail: Buffer): Promise<ParsedMail> {
  return withFilesOfHtml(withTaggedText(await withSignedWords(await parsedMail(mail), SIGNED_DEPTH)));
}

function saysNothing({ text, html }: ParsedMail): boolean {
  return html === null && text.trim() === '';
}

/** What an opaque signature of S/MIME holds is a mail without the fields that say who wrote it. The file stays, with its signature. */
async function withSignedWords(parsed: ParsedMail, depth: number): Promise<ParsedMail> {
  const signed = saysNothing(parsed) && depth > 0 ? parsed.files.find(isCms) : undefined;
  const content = signed === undefined ? null : signedContent(signed.content);
  if (content === null) return parsed;
  const inner = await parsedMail(Buffer.from(withMailLineEnds(content.toString('latin1')), 'latin1'));
  return withSignedWords({ ...inner, files: [...inner.files, ...parsed.files] }, depth - 1);
}

function withTaggedText(parsed: ParsedMail): ParsedMail {
  if (!saysNothing(parsed)) return parsed;
  for (const { type, wordsOf } of TAGGED) {
    const found = parsed.files.find((file) => file.name === null && type.test(file.type));
    if (found === undefined) continue;
    const text = wordsOf(decoded(found.content, null));
    return { ...parsed, text, files: parsed.files.filter((file) => file !== found) };
  }
  return parsed;
}

function withFilesOfHtml(parsed: ParsedMail): ParsedMail {
  if (parsed.html === null) return parsed;
  const { html, pictures } = withPicturesApart(seenHtml(parsed.html));
  return { ...parsed, html, files: [...parsed.files, ...pictures] };
}
