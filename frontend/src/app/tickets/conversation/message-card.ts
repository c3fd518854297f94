import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import type { ConversationEntry } from '../../api/conversation-model';
import { fullTime } from '../../ui/age-words';
import { Avatar } from '../../ui/avatar';
import { Clock } from '../../ui/clock';
import { CustomerFace } from '../../ui/customer-face';
import { shortMoment } from '../../ui/moment-words';
import { Session } from '../../core/session';
import { MessageRemoval } from '../erasure/message-removal';
import { TicketDescription } from '../detail/ticket-description';
import { TicketNames } from '../ticket-names';
import { AttachmentList } from './attachment-list';
import { NOBODY } from './mention/mention-marks';
import { MessageBody } from './message-body';
import type { OpenedParts } from './opened-parts';
import { besideHtml } from './own-pictures';
import { QuoteFold } from './quote-fold';
import { senderCheckWords } from './sender-check-words';
import { SenderDoubt } from './sender-doubt';
import { SendingAgain } from './sending-again';
import { TicketConversation } from './ticket-conversation';
import { unreached } from './undelivered';
import { type DeliveryWords, deliveryWords, quoteOf, recipientWords, wayWords } from './message-words';

/** One message: whose it is and whom it reached show by shape and word before colour. */
@Component({
  selector: 'desk-message-card',
  imports: [
    ...[AttachmentList, Avatar, CustomerFace, MatButton, MatIcon, MatIconButton],
    ...[
      MatMenu,
      MatMenuContent,
      MatMenuItem,
      MatMenuTrigger,
      MatTooltip,
      MessageBody,
      QuoteFold,
      RouterLink,
      SenderDoubt,
      TicketDescription,
    ],
  ],
  templateUrl: './message-card.html',
  styleUrl: './message-card.scss',
  host: { '[class]': 'kind()', '[class.pending]': 'isHeld()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MessageCard {
  readonly ticket = input.required<number>();
  readonly message = input.required<ConversationEntry>();
  /** What a reader has opened of it. */
  readonly opened = input.required<OpenedParts>();

  private readonly clock = inject(Clock);
  private readonly names = inject(TicketNames);
  private readonly removal = inject(MessageRemoval);
  private readonly conversation = inject(TicketConversation);
  protected readonly again = inject(SendingAgain);

  protected readonly mayRemove = inject(Session).isAdmin;

  protected readonly kind = computed(() => this.message().kind);
  /** The number of the person of the desk who wrote it; null for a customer. */
  protected readonly person = computed(() => {
    const { author } = this.message();
    return author.type === 'user' ? author.id : null;
  });
  protected readonly name = computed(() => {
    const { author } = this.message();
    if (author.name) return author.name;
    if (author.type === 'user' && author.id !== null) return this.names.person(author.id);
    // Of a mail from nobody whom the desk can know.
    if (this.message().kind === 'incoming') return 'A customer';
    return author.type === 'desk' ? 'The desk' : 'A customer';
  });
  /** A note tells colleagues, an answer tells nobody of the desk. */
  protected readonly mentionable = computed(() => (this.kind() === 'note' ? this.names.mentionable() : NOBODY));
  /** Of a message without its words, who removed them, when and why. */
  protected readonly removed = computed(() => {
    const { redaction, text } = this.message();
    if (!redaction || text !== null) return null;
    const at = Date.parse(redaction.at);
    const { id, name } = redaction.by;
    const by = name ?? (id === null ? 'the desk' : this.names.person(id));
    return {
      by,
      reason: redaction.reason,
      at: redaction.at,
      short: shortMoment(at, this.clock.now()),
      full: fullTime(at),
    };
  });
  /** What is said of a mail whose sender is confirmed. */
  protected readonly confirmed = computed(() => {
    const { sender_check: check } = this.message();
    return check?.verdict === 'confirmed' ? senderCheckWords(check) : null;
  });
  /** What is known of a mail whose sender is not. */
  protected readonly doubted = computed(() => {
    const { sender_check: check } = this.message();
    return check && check.verdict !== 'confirmed' ? check : null;
  });
  protected readonly to = computed(() => recipientWords(this.message().recipients));
  protected readonly way = computed(() => wayWords(this.message()));
  protected readonly time = computed(() => {
    const at = Date.parse(this.message().at);
    return { short: shortMoment(at, this.clock.now()), full: fullTime(at) };
  });
  protected readonly isHeld = computed(() => this.message().delivery?.state === 'held');
  protected readonly delivery = computed(() => {
    const all = deliveryWords(this.message().delivery, this.message().recipients);
    const of = (tone: DeliveryWords['tone']) => all.filter((words) => words.tone === tone);
    return { quiet: of('quiet'), error: of('error') };
  });
  /** To whom it may be sent again: they have not got it. */
  protected readonly unreached = computed(() => unreached(this.message(), this.conversation.entries()));
  /** What came with it and does not show in its HTML. */
  protected readonly files = computed(() => besideHtml(this.message().attachments, this.message().html));
  protected readonly quote = computed(() => quoteOf(this.message()));
  protected sendAgain(): void {
    this.again.begin(this.ticket(), this.message(), this.unreached());
  }

  protected async remove(): Promise<void> {
    const ticket = this.ticket();
    if (await this.removal.ask(ticket, this.message())) this.conversation.forget(ticket);
  }
}
