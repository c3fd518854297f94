import { namedBoundary } from './found-boundary.ts';

const FIELD = /^[!-9;-~]+[ \t]*:|^[ \t]/;

/**
 * The body of a mail in which nothing was found, without the lines that divide its parts, and the fields below these; unchanged where its header
 * names no boundary. Both have CR LF at the end of each line.
 */
export function bareBody(header: string, body: string): string {
  const boundary = namedBoundary(header);
  if (boundary === '') return body;
  let isHeader = false;
  return body
    .split('\r\n')
    .filter((line) => {
      const isDelimiter = line.startsWith(`--${boundary}`);
      if (isDelimiter) isHeader = !line.startsWith(`--${boundary}--`);
      else isHeader &&= FIELD.test(line);
      return !isDelimiter && !isHeader;
    })
    .join('\r\n');
}
