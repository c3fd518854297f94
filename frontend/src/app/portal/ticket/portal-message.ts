import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import type { PortalMessage } from '../../api/portal-model';
import { AttachmentList } from '../../tickets/conversation/attachment-list';
import { MessageBody } from '../../tickets/conversation/message-body';
import { besideHtml } from '../../tickets/conversation/own-pictures';
import { quoteOf } from '../../tickets/conversation/message-words';
import { QuoteFold } from '../../tickets/conversation/quote-fold';
import { TicketDescription } from '../../tickets/detail/ticket-description';
import { fullTime } from '../../ui/age-words';
import { Avatar } from '../../ui/avatar';
import { Clock } from '../../ui/clock';
import { CustomerFace } from '../../ui/customer-face';
import { shortMoment } from '../../ui/moment-words';

/** What stands in the place of words that the desk has removed for good. */
const REMOVED_WORDS = '(words removed)';

/** One message as a customer reads it: their own, of somebody in copy, or of a person of the desk. */
@Component({
  selector: 'desk-portal-message',
  imports: [AttachmentList, Avatar, CustomerFace, MessageBody, QuoteFold, TicketDescription],
  templateUrl: './portal-message.html',
  styleUrl: './portal-message.scss',
  host: { '[class.answer]': 'isAnswer()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PortalMessageCard {
  readonly message = input.required<PortalMessage>();
  /** How the desk calls itself. */
  readonly desk = input.required<string>();

  private readonly clock = inject(Clock);

  protected readonly isAnswer = computed(() => this.message().kind === 'reply');
  protected readonly author = computed(() => this.message().author || (this.isAnswer() ? this.desk() : 'A customer'));
  /** Gives the colour of a face: customers are told names of the desk's people, no numbers. */
  protected readonly number = computed(() =>
    [...this.author()].reduce((sum, one) => sum + (one.codePointAt(0) ?? 0), 0),
  );
  protected readonly time = computed(() => {
    const at = Date.parse(this.message().at);
    return { short: shortMoment(at, this.clock.now()), full: fullTime(at) };
  });
  protected readonly removed = computed(() => this.message().text === REMOVED_WORDS);
  /** What came with it and does not show in its HTML. */
  protected readonly files = computed(() => besideHtml(this.message().attachments, this.message().html));
  protected readonly quote = computed(() => quoteOf(this.message()));
  /** What a message quotes is folded until somebody wants it. */
  protected readonly unfolded = linkedSignal({ source: () => this.message().number, computation: () => false });
}
