const EMPTY_LINE = '\r\n\r\n';
const FIELD = /^[!-9;-~]+[ \t]*:/;
const KNOWN_FIELD =
  /^(?:from|to|cc|subject|date|message-id|in-reply-to|references|reply-to|sender|return-path|received|mime-version|content-type|content-transfer-encoding|dkim-signature|delivered-to)[ \t]*:/im;
const SENDER_FIELD = /^(?:from|sender)[ \t]*:/im;
/** How often an empty line in the middle of a header is taken out. */
const REPAIRS_MAX = 3;

/** A header and a body, both with CR LF at the end of each line; the header without the empty line that ends it. */
export interface HeaderAndBody {
  readonly header: string;
  readonly body: string;
}

/**
 * A mail taken apart where its header ends. What stands before the header is left away (empty lines and spaces, the `From ` of
 * a mailbox file, the mark of an encoding); an empty line in the middle of a header is passed over; a body that begins without
 * an empty line begins where no fields follow.
 */
export function headerAndBody(mail: string): HeaderAndBody {
  const begun = mail
    .replace(/^(?:\u00EF\u00BB\u00BF)?(?:[ \t]*\r\n)+|^\u00EF\u00BB\u00BF/, '')
    .replace(/^>?From [^\r\n]*\r\n/, '')
    .replace(/^[ \t]+(?=[!-9;-~]+:)/, '');
  let { header, body } = apart(begun);
  for (let repairs = 0; repairs < REPAIRS_MAX && !SENDER_FIELD.test(header); repairs++) {
    const next = apart(body);
    if (!goesOnAsHeader(next.header)) break;
    header = `${header}\r\n${next.header}`;
    body = next.body;
  }
  return withoutBody(header, body);
}

function apart(mail: string): HeaderAndBody {
  if (mail.startsWith('\r\n')) return { header: '', body: mail.slice(2) };
  const end = mail.indexOf(EMPTY_LINE);
  if (end < 0) return { header: mail.replace(/(?:\r\n)+$/, ''), body: '' };
  return { header: mail.slice(0, end), body: mail.slice(end + EMPTY_LINE.length) };
}

/** Whether lines behind an empty one are rather the rest of a header that was cut than what somebody wrote. */
function goesOnAsHeader(lines: string): boolean {
  const all = lines.split('\r\n');
  if (!SENDER_FIELD.test(lines) || all.filter((line) => KNOWN_FIELD.test(line)).length < 2) return false;
  return all.every((line) => FIELD.test(line) || /^[ \t]/.test(line));
}

function withoutBody(header: string, body: string): HeaderAndBody {
  const lines = header.split('\r\n');
  const last = lines.findLastIndex((line) => KNOWN_FIELD.test(line));
  const begin = lines.findIndex(
    (line, index) => index > last && last >= 0 && !FIELD.test(line) && !/^[ \t]/.test(line),
  );
  if (begin < 0) return { header, body };
  const begun = lines.slice(begin);
  if (begun.filter((line) => FIELD.test(line)).length * 2 > begun.length) return { header, body };
  const text = begun.join('\r\n');
  return { header: lines.slice(0, begin).join('\r\n'), body: body === '' ? text : `${text}${EMPTY_LINE}${body}` };
}
