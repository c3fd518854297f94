import type { QuarantinedMail } from '../../api/admin-model';
import { isolated } from '../../ui/isolated';

/** How a mail is called within a sentence. */
export function mailTitle({ subject }: Pick<QuarantinedMail, 'subject'>): string {
  return isolated(subject?.trim() || 'No subject');
}

/** Whom it says it is from: "Ada Moreau <ada@example.com>", without what is missing. */
export function senderWords({ sender, sender_name: name }: Pick<QuarantinedMail, 'sender' | 'sender_name'>): string {
  if (!sender) return name || 'Sender unknown';
  return name ? `${name} <${sender}>` : sender;
}
