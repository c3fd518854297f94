/** The mails that a template shapes. Each has a row from the migration on that brings it. */
export const TEMPLATE_KINDS = ['reply'] as const;

export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** In characters (code points). */
export const SUBJECT_MAX = 200;
export const BODY_MAX = 5000;

/** What can stand in a template for what is known of an answer. In the subject all but what fills lines of its own. */
export const SUBJECT_PLACEHOLDERS = [
  ...(['customer.name', 'ticket.id', 'ticket.title'] as const),
  ...(['agent.name', 'desk.name'] as const),
] as const;

/** What fills lines of its own in a body: the answer, and the signature of who wrote it. */
export const BLOCKS = ['answer', 'signature'] as const;

export type Block = (typeof BLOCKS)[number];

export const BODY_PLACEHOLDERS = [...BLOCKS, ...SUBJECT_PLACEHOLDERS] as const;

/** What a mail is made of around an answer. */
export interface TemplateWords {
  /** One line. */
  readonly subject: string;
  /** Markdown. */
  readonly body: string;
}

/** How mails look where no admin has changed it. */
export const DEFAULT_WORDS: Readonly<Record<TemplateKind, TemplateWords>> = {
  reply: { subject: 'Re: {{ticket.title}} [#{{ticket.id}}]', body: '{{answer}}\n\n{{signature}}' },
};

/** A template as it is in force. */
export interface MailTemplate extends TemplateWords {
  readonly kind: TemplateKind;
  readonly isDefault: boolean;
  readonly version: number;
}
