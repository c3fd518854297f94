import type { ConversationEntry, MessageDelivery, MessageRecipient } from '../../api/conversation-model';
import { isolated } from '../../ui/isolated';
import { QUOTE_MARK } from './quote-mark';
import { isLost } from './undelivered';

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

/** What is to be said of how far a reply came. */
export interface DeliveryWords {
  readonly tone: 'quiet' | 'error';
  readonly icon: 'cloud_off' | 'error' | 'schedule_send';
  readonly strong: string;
  readonly rest: string;
}

/** Line by line; nothing where all is well, and while it has not left: that stands in its head. */
export function deliveryWords(
  delivery: MessageDelivery | null,
  recipients: readonly MessageRecipient[],
): readonly DeliveryWords[] {
  if (!delivery) return [];
  const lost = notDelivered(recipients.filter(isLost), delivery.detail);
  switch (delivery.state) {
    case 'held':
      return [];
    case 'not_sent':
      return [quiet('cloud_off', 'Not sent', delivery.detail)];
    case 'queued': {
      const waits = recipients.find(({ state, detail }) => state === null && detail !== null);
      const detail = waits?.detail ?? (lost.length > 0 ? null : delivery.detail);
      const strong = detail === null ? 'Being sent' : 'Not sent yet, is tried again';
      return [quiet('schedule_send', strong, detail), ...lost];
    }
    case 'sent':
      return [...delayed(recipients, lost.length > 0 ? null : delivery.detail), ...lost];
    case 'bounced':
    case 'failed':
      return lost.length > 0 ? lost : [{ ...error('Not delivered'), rest: because(delivery.detail) }];
  }
}

function delayed(recipients: readonly MessageRecipient[], fallback: string | null): readonly DeliveryWords[] {
  const late = recipients.filter(({ state }) => state === 'delayed');
  if (late.length === 0) return [];
  const detail = late.find((one) => one.detail !== null)?.detail ?? fallback;
  return [quiet('schedule_send', 'Delayed on the way, their server still tries', detail)];
}

/** Whom it did not reach, those together of whom the same was said; `fallback` is what was said of the whole. */
function notDelivered(lost: readonly MessageRecipient[], fallback: string | null): readonly DeliveryWords[] {
  const saidOfAll = lost.every(({ detail }) => detail === null) ? fallback : null;
  const lines = Map.groupBy(lost, ({ state, detail }) => `${state === 'soft_bounced'} ${detail ?? ''}`);
  return [...lines.values()].map((alike) => {
    const [first] = alike;
    const to = alike.map((one) => whoWords({ ...one, name: '' })).join(', ');
    const strong = first?.state === 'soft_bounced' ? 'Not delivered for now' : 'Not delivered';
    return { ...error(strong), rest: ` to ${to}${because(first?.detail ?? saidOfAll)}` };
  });
}

function quiet(icon: DeliveryWords['icon'], strong: string, detail: string | null): DeliveryWords {
  return { tone: 'quiet', icon, strong, rest: because(detail) };
}

function error(strong: string) {
  return { tone: 'error', icon: 'error', strong } as const;
}

function because(detail: string | null): string {
  return detail ? `: ${detail}` : '';
}
