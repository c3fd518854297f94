import type { ConversationEntry, MessageDelivery, MessageRecipient } from '../../api/conversation-model';
import { isolated } from '../../ui/isolated';
import { QUOTE_MARK } from './quote-mark';

/** What stands for the address of whoever was erased. */
const ERASED_ADDRESS = 'erased@erased.invalid';

/** "to Ruth Adler, Cc finance@brandt.example"; '' when nobody is named. */
export function recipientWords(recipients: readonly MessageRecipient[]): string {
  const of = (wanted: MessageRecipient['role']) =>
    recipients.filter(({ role }) => role === wanted).map((recipient) => whoWords(recipient));
  const [to, cc] = [of('to'), of('cc')];
  return [...(to.length > 0 ? [`to ${to.join(', ')}`] : []), ...(cc.length > 0 ? [`Cc ${cc.join(', ')}`] : [])].join(
    ', ',
  );
}

function whoWords({ name, address }: MessageRecipient): string {
  return address === ERASED_ADDRESS ? 'an erased person' : isolated(name || address);
}

/** By what a customer's words came: "by e-mail"; '' where that says nothing. */
export function wayWords({ kind, author, via }: Pick<ConversationEntry, 'kind' | 'author' | 'via'>): string {
  if (author.type !== 'contact' || (kind !== 'incoming' && kind !== 'description')) return '';
  // The desk itself writes down what customers say by mail alone.
  if (via === 'system') return 'by e-mail';
  return via === 'portal' ? 'on the portal' : '';
}

/** How many lines a folded quote has: "Quoted text, 18 lines". */
export function quoteWords(folded: string): string {
  const lines = folded.replace(/\r\n?/g, '\n').trim().split('\n').length;
  return `Quoted text, ${lines} ${lines === 1 ? 'line' : 'lines'}`;
}

/** What a message quotes. */
export interface Quote {
  /** "Quoted text, 3 lines". */
  readonly words: string;
  /** '' where it stands in the HTML. */
  readonly text: string;
}

/** Null where nothing is quoted, and where the HTML shows it all as nobody found the quote in it. */
export function quoteOf({ folded, html }: Pick<ConversationEntry, 'folded' | 'html'>): Quote | null {
  if (folded.trim() === '' || (html !== null && !html.includes(QUOTE_MARK))) return null;
  return { words: quoteWords(folded), text: html === null ? folded : '' };
}

const FAILURES: ReadonlySet<string> = new Set(['bounced', 'failed', 'soft_bounced']);

/** What is to be said of how far a reply came. */
export interface DeliveryWords {
  readonly tone: 'quiet' | 'error';
  readonly icon: 'cloud_off' | 'error' | 'schedule_send';
  readonly strong: string;
  readonly rest: string;
}

/** Null where all is well, and while it has not left: that stands in its head. */
export function deliveryWords(
  delivery: MessageDelivery | null,
  recipients: readonly MessageRecipient[],
): DeliveryWords | null {
  if (!delivery) return null;
  const detail = delivery.detail ? `: ${delivery.detail}` : '';
  const bad = recipients.filter(({ state }) => state !== null && FAILURES.has(state));
  switch (delivery.state) {
    case 'not_sent':
      return { tone: 'quiet', icon: 'cloud_off', strong: 'Not sent', rest: detail };
    case 'queued':
      return delivery.detail
        ? { tone: 'quiet', icon: 'schedule_send', strong: 'Not sent yet, is tried again', rest: detail }
        : { tone: 'quiet', icon: 'schedule_send', strong: 'Being sent', rest: '' };
    case 'sent':
      if (bad.length > 0) return notDelivered(bad, detail);
      return recipients.some(({ state }) => state === 'delayed')
        ? { tone: 'quiet', icon: 'schedule_send', strong: 'Delayed on the way, their server still tries', rest: detail }
        : null;
    case 'bounced':
    case 'failed':
      return notDelivered(bad, detail);
    case 'held':
      return null;
  }
}

function notDelivered(bad: readonly MessageRecipient[], detail: string): DeliveryWords {
  const isForNow = bad.length > 0 && bad.every(({ state }) => state === 'soft_bounced');
  const strong = isForNow ? 'Not delivered for now' : 'Not delivered';
  const to = bad.length > 0 ? ` to ${bad.map((one) => whoWords({ ...one, name: '' })).join(', ')}` : '';
  return { tone: 'error', icon: 'error', strong, rest: `${to}${detail}` };
}
