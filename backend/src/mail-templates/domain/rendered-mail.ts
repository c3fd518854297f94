import { markdownToHtml } from '../../common/markdown.ts';
import { filledIn, placeholdersIn } from '../../common/placeholders.ts';
import type { Block, Placeholder, TemplateWords } from './mail-template.ts';
import { bodyParts } from './template-body.ts';

/** A text as Markdown, and as the HTML that it is. */
export interface BothTexts {
  readonly text: string;
  readonly html: string;
}

/** What is known when a mail leaves. */
export interface KnownOfAnswer {
  readonly ticketId: number;
  readonly title: string;
  /** Who asked; '' where nobody is known to. */
  readonly customer: string;
  /** Who wrote it; '' where that is nobody of the desk. */
  readonly agent: string;
  /** What the desk is called. */
  readonly desk: string;
  readonly answer: BothTexts;
  /** Markdown; '' for none. */
  readonly signature: string;
}

/** Of a mail that nobody wrote: there is neither an answer nor a signature. */
export const ALONE: Pick<KnownOfAnswer, 'agent' | 'answer' | 'signature'> = {
  ...{ agent: '', answer: { text: '', html: '' }, signature: '' },
};

/** A mail as it is sent. */
export interface RenderedMail extends BothTexts {
  readonly subject: string;
  /** Whether its text or HTML tells the title of the ticket, as the subject may anyway. */
  readonly tellsTitle: boolean;
}

/** Mail programs know by this line that what follows is a signature (RFC 3676). */
const SIGNATURE_LINE = '-- ';

/**
 * An answer within its template: the Markdown as it is typed, which reads as it is, and beside it the HTML. Nothing in a name or title
 * shapes either. The subject always has the number of the ticket, by which answers to it are known.
 */
export function renderedMail({ subject, body }: TemplateWords, known: KnownOfAnswer): RenderedMail {
  const plain = valuesOf(known, (value) => value);
  const literal = valuesOf(known, escaped);
  const blocks: Readonly<Record<Block, BothTexts>> = { answer: known.answer, signature: signed(known.signature) };
  const parts = bodyParts(body).map((part) =>
    'block' in part
      ? blocks[part.block]
      : { text: filledIn(part.markdown, plain), html: markdownToHtml(filledIn(part.markdown, literal)) },
  );
  return {
    subject: numbered(filledIn(subject, plain).trim(), known.ticketId),
    text: joined(parts, ({ text }) => text, '\n\n'),
    html: documentOf(joined(parts, ({ html }) => html, '\n')),
    tellsTitle: placeholdersIn(body).includes('ticket.title'),
  };
}

function valuesOf(
  { customer, ticketId, title, agent, desk }: KnownOfAnswer,
  written: (value: string) => string,
): ReadonlyMap<string, string> {
  const values: Record<Placeholder, string> = {
    ...{ 'customer.name': customer, 'ticket.id': String(ticketId), 'ticket.title': title },
    ...{ 'agent.name': agent, 'desk.name': desk },
  };
  return new Map(Object.entries(values).map(([name, value]) => [name, written(value)]));
}

function signed(signature: string): BothTexts {
  if (signature === '') return { text: '', html: '' };
  return {
    text: `${SIGNATURE_LINE}\n${signature}`,
    html: `<div>${SIGNATURE_LINE}</div>\n${markdownToHtml(signature)}`,
  };
}

function joined(parts: readonly BothTexts[], of: (part: BothTexts) => string, between: string): string {
  return parts
    .map(of)
    .filter((text) => text !== '')
    .join(between);
}

function numbered(subject: string, ticketId: number): string {
  const number = `[#${String(ticketId)}]`;
  return subject.includes(number) ? subject : `${subject} ${number}`.trim();
}

/** Markdown that stands for a text to the letter. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\s+/g, ' ');
}

function documentOf(html: string): string {
  return `<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n${html}\n</body></html>\n`;
}
