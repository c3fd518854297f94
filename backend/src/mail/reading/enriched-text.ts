const PARAMETERS = /<param>[^<]*<\/param>/gi;
const UNFILLED = /(<nofill>[^<]*(?:<(?!\/?nofill>)[^<]*)*<\/nofill>)/i;
const COMMAND = /<\/?[a-z0-9-]{1,60}>/gi;

/** The words of a `text/enriched` (RFC 1896): lines that end once go on, a `<` is written twice. */
export function wordsOfEnriched(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('<<')
    .map((piece) =>
      piece
        .replace(PARAMETERS, '')
        .split(UNFILLED)
        .map((part, at) => (at % 2 > 0 ? part : part.replace(/\n+/g, (ends) => ends.slice(1) || ' ')))
        .join('')
        .replace(COMMAND, ''),
    )
    .join('<');
}

/** The words of a `text/richtext` (RFC 1341), which was before it: lines go on, and commands stand for ends of lines and for a `<`. */
export function wordsOfRichtext(text: string): string {
  return text
    .replace(/[\r\n]+/g, ' ')
    .replace(/<(?:nl|np|\/paragraph)>/gi, '\n')
    .replace(/<comment>[^<]*<\/comment>/gi, '')
    .replace(/<(?!lt>)\/?[a-z0-9-]{1,60}>/gi, '')
    .replace(/<lt>/gi, '<');
}
