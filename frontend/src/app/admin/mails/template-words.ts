import type { MailTemplateKind } from '../../api/admin-model';

/** What is said of the template of a kind of mails. */
export interface TemplateWording {
  /** What the mails are called. */
  readonly name: string;
  readonly about: string;
  /** What it is where nobody changed it. */
  readonly byDefault: string;
  /** What is changed. */
  readonly object: string;
  readonly saved: string;
  readonly heading: string;
  readonly bodyHint: string;
  readonly placeholders: readonly string[];
  /** What else whoever writes it has to know. */
  readonly note: string;
}

const OF_TICKET = ['{{customer.name}}', '{{ticket.id}}', '{{ticket.title}}'];

export const TEMPLATE_WORDING: Readonly<Record<MailTemplateKind, TemplateWording>> = {
  reply: {
    name: 'Answers',
    about: 'What stands around them in mails',
    byDefault: 'As the desk brings it: the answer, and the signature of who wrote it',
    object: 'what stands around answers',
    saved: 'Answers leave so from now on',
    heading: 'Answers in mails',
    bodyHint: 'Markdown around {{answer}}, which needs a line of its own',
    placeholders: ['{{answer}}', '{{signature}}', ...OF_TICKET, '{{agent.name}}', '{{desk.name}}'],
    note: '',
  },
  acknowledgement: {
    name: 'Acknowledgements',
    about: 'Sent where MAIL_ACKNOWLEDGES is set',
    byDefault: 'As the desk brings it: the mail has come, and which ticket it is',
    object: 'what acknowledgements say',
    saved: 'Acknowledgements say so from now on',
    heading: 'Acknowledgements',
    bodyHint: 'Markdown',
    placeholders: [...OF_TICKET, '{{desk.name}}'],
    note: 'Name and title stay empty where the domain of the sender does not confirm them: words of strangers go to nobody.',
  },
};
