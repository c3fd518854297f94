/** The mails that a template shapes. Each has a row from the migration on that brings it. */
export const TEMPLATE_KINDS = ['reply', 'acknowledgement'] as const;

export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** In characters (code points). */
export const SUBJECT_MAX = 200;
export const BODY_MAX = 5000;

/** What is known of a ticket and of who asks, and of the desk. */
const OF_TICKET = ['customer.name', 'ticket.id', 'ticket.title'] as const;

/** What can stand on a line for what is known when a mail leaves. */
export type Placeholder = (typeof OF_TICKET)[number] | 'agent.name' | 'desk.name';

/** What fills lines of its own in a body: the answer, and the signature of who wrote it. */
export const BLOCKS = ['answer', 'signature'] as const;

export type Block = (typeof BLOCKS)[number];

/** What can stand in the subject of each kind, and in its body, besides what fills lines of its own. */
export const PLACEHOLDERS: Readonly<Record<TemplateKind, readonly Placeholder[]>> = {
  reply: [...OF_TICKET, 'agent.name', 'desk.name'],
  acknowledgement: [...OF_TICKET, 'desk.name'],
};

/** What a mail is made of: around an answer, or by itself. */
export interface TemplateWords {
  /** One line. */
  readonly subject: string;
  /** Markdown. */
  readonly body: string;
}

/** How mails look where no admin has changed it. */
export const DEFAULT_WORDS: Readonly<Record<TemplateKind, TemplateWords>> = {
  reply: { subject: 'Re: {{ticket.title}} [#{{ticket.id}}]', body: '{{answer}}\n\n{{signature}}' },
  acknowledgement: {
    subject: 'Re: {{ticket.title}} [#{{ticket.id}}]',
    body: `Your message has arrived. It is ticket #{{ticket.id}}.

Somebody will read it and answer you. If you answer this mail, what you write comes to the same ticket.

This mail was sent automatically.`,
  },
};

/** A template as it is in force. */
export interface MailTemplate extends TemplateWords {
  readonly kind: TemplateKind;
  readonly isDefault: boolean;
  readonly version: number;
}
