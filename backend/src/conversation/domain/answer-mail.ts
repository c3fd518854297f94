/** The words of a mail, as its sender hands them over. */
export interface MailParts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The subject of what is written to who asks. */
export function subjectOf({ id, title }: { readonly id: number; readonly title: string }): string {
  return `Re: ${title} [#${String(id)}]`;
}

/** An answer as a mail: the Markdown that was typed, which reads as it is, and beside it the HTML. */
export function answerMail(
  ticket: { readonly id: number; readonly title: string },
  answer: Omit<MailParts, 'subject'>,
): MailParts {
  const { text, html } = answer;
  return { subject: subjectOf(ticket), text, html: documentOf(html) };
}

function documentOf(html: string): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${html}\n</body></html>\n`;
}
