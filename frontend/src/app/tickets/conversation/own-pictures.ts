import type { AttachmentInfo } from '../../api/conversation-model';

/** An image of a message that came with it has in this attribute which of its attachments it shows. */
export const OWN_MARK = 'data-attachment';

/** The attachments that the HTML of a message does not show itself. */
export function besideHtml(attachments: readonly AttachmentInfo[], html: string | null): readonly AttachmentInfo[] {
  if (html === null) return attachments;
  return attachments.filter(({ id }) => !html.includes(`${OWN_MARK}="${id}"`));
}
