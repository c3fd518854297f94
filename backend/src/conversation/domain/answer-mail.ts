/** The words of a mail, as its sender hands them over. */
export interface MailParts {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** An answer as a mail: the Markdown that was typed, which reads as it is, and beside it the HTML. */
export function answerMail(
  ticket: { readonly id: number; readonly title: string },
  answer: Omit<MailParts, 'subject'>,
): MailParts {
  const { text, html } = answer;
  return { subject: `Re: ${ticket.title} [#${String(ticket.id)}]`, text, html: documentOf(html) };
}

function documentOf(html: string): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${html}\n</body></html>\n`;
}
