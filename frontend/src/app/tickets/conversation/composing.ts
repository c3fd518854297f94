import { Injectable, computed, inject, signal, untracked } from '@angular/core';
import { Subscription } from 'rxjs';
import type {
  Addressees,
  AttachmentInfo,
  ConversationEntry,
  MessageDraft,
  MessageKind,
} from '../../api/conversation-model';
import type { Status } from '../../api/model';
import { Undo } from '../../core/undo';
import { TicketNames } from '../ticket-names';
import { DraftKeeping, hasContent } from './draft-keeping';
import { HOLD_SECONDS, LeavingReply } from './leaving-reply';
import { MessageSending } from './message-sending';
import { TicketConversation } from './ticket-conversation';

/** What is being written. */
interface Writing {
  readonly kind: MessageKind;
  readonly text: string;
  /** Null leaves it to the desk whom a reply goes to. */
  readonly recipients: Addressees | null;
  /** What goes along. */
  readonly attachments: readonly AttachmentInfo[];
}

const NOTHING: Writing = { kind: 'reply', text: '', recipients: null, attachments: [] };

/**
 * What a person writes in the open ticket, from the first word until it has left. Nothing of it is lost: not to a failure, not
 * to somebody who answered first, not to leaving the page. Provided by the ticket's page.
 */
@Injectable()
export class Composing {
  private readonly conversation = inject(TicketConversation);
  private readonly drafts = inject(DraftKeeping);
  private readonly leaving = inject(LeavingReply);
  private readonly names = inject(TicketNames);
  private readonly sending = inject(MessageSending);
  private readonly undo = inject(Undo);

  private readonly ticket = signal<number | undefined>(undefined);
  private readonly writing = signal<Writing>(NOTHING);
  private readonly opened = signal(false);
  /** The ticket that it is written to. */
  readonly openTicket = this.ticket.asReadonly();
  /** What has to happen before it can be sent, in words; '' for nothing. */
  readonly waitsFor = signal('');
  private reading = new Subscription();

  readonly kind = computed(() => this.writing().kind);
  readonly text = computed(() => this.writing().text);
  readonly attachments = computed(() => this.writing().attachments);
  /** Whom a reply goes to when nobody says otherwise; undefined while that is not known. */
  readonly usual = signal<Addressees | undefined>(undefined);
  /** Whom it goes to; undefined while that is not known. */
  readonly recipients = computed(() => this.writing().recipients ?? this.usual());
  /** What is typed of another recipient, who is none yet. */
  readonly addressing = signal('');
  readonly hasText = computed(() => this.text().trim() !== '');
  /** There is something to keep. */
  private readonly isBegun = computed(() => hasContent(this.writing()));
  readonly kept = this.drafts.kept;
  /** It is open to be written in. */
  readonly isOpen = this.opened.asReadonly();

  /** The newest public message the writer knew when they began. */
  private readonly base = signal(1);
  /** What others have said to the customer, or the customer, since; null while a reply may leave. */
  readonly overtakenBy = computed<ConversationEntry | null>(() => {
    if (this.kind() === 'note' || !this.hasText()) return null;
    const isNews = (entry: ConversationEntry) =>
      entry.number > this.base() &&
      (entry.kind === 'reply' || entry.kind === 'incoming') &&
      entry.taken_back_at === null &&
      (this.sending.overtaken() || !this.isMine(entry));
    return this.conversation.entries().findLast(isNews) ?? null;
  });
  /** Public messages beyond this number are new to the writer; null while nobody answered first. */
  readonly seen = computed(() => (this.overtakenBy() ? this.base() : null));

  /** What was begun in another ticket is kept. */
  open(ticket: number): void {
    if (ticket === untracked(this.ticket)) return;
    this.drafts.flush();
    this.ticket.set(ticket);
    this.reset();
  }

  /** Brings what was begun here before, unless something is being written by now. */
  readDraft(): void {
    const ticket = this.ticket();
    if (ticket === undefined) return;
    this.reading.unsubscribe();
    this.reading = this.drafts.read(ticket).subscribe((draft) => {
      if (!draft) return;
      if (!this.isBegun()) this.restore(draft);
      // Files are not lost to somebody who was quick to write.
      else if (this.attachments().length === 0 && draft.attachments.length > 0) this.attach(draft.attachments);
    });
  }

  /** What has a text stays what it is: a note does not become public by a key. */
  begin(kind: MessageKind): void {
    if (!this.hasText() && this.kind() !== kind) this.become(kind);
    this.opened.set(true);
  }

  /** Out of the way; what is written stays. */
  rest(): void {
    this.opened.set(false);
  }

  write(text: string): void {
    if (text !== this.text()) this.change({ text });
  }

  become(kind: MessageKind): void {
    this.change({ kind });
  }

  address(recipients: Addressees): void {
    this.change({ recipients });
  }

  attach(files: readonly AttachmentInfo[]): void {
    this.change({ attachments: [...this.attachments(), ...files] });
  }

  detach(id: string): void {
    this.change({ attachments: this.attachments().filter((file) => file.id !== id) });
  }

  /** `status` is what the ticket becomes with it. */
  send(status?: Status): void {
    const ticket = this.ticket();
    if (ticket === undefined || !this.hasText() || this.waitsFor() || this.overtakenBy()) return;
    const { kind, text, attachments } = this.writing();
    const isReply = kind === 'reply';
    // It goes to whom the screen shows.
    const recipients = this.recipients();
    if (isReply && this.addressing().trim() !== '') return;
    const message = {
      ...{ kind, text },
      ...(status && { status }),
      ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
      ...(isReply && { leaves_in_seconds: HOLD_SECONDS, ...(recipients && { recipients }) }),
    };
    const draft = this.draft();
    this.sending.send(ticket, message, isReply ? draft.conversation : undefined, (entry) => {
      this.forget(ticket);
      if (entry.delivery?.state === 'held') this.leaving.hold(ticket, entry, () => this.takenBack(ticket, draft));
    });
  }

  /** Somebody answered first: it becomes a note for the desk. */
  keepAsNote(): void {
    this.become('note');
    this.send();
  }

  /** Somebody answered first, and it goes all the same. */
  sendToo(): void {
    this.sending.clear();
    this.base.set(this.conversation.state());
    this.send();
  }

  /** Forgets what was written; it can be brought back. */
  discard(): void {
    const ticket = this.ticket();
    if (ticket === undefined) return;
    const draft = this.draft();
    this.forget(ticket);
    const step = { takeBack: () => this.bringBack(ticket, draft) };
    this.undo.add(step);
    this.undo.offer(step, 'What you wrote was discarded');
  }

  private change(change: Partial<Writing>): void {
    const had = this.isBegun();
    if (!had) this.base.set(this.conversation.state());
    this.writing.update((now) => ({ ...now, ...change }));
    const ticket = this.ticket();
    if (ticket !== undefined && (had || this.isBegun())) this.drafts.keep(ticket, this.isBegun() ? this.draft() : null);
  }

  private draft(): MessageDraft {
    return { ...this.writing(), conversation: this.base() };
  }

  private restore({ kind, text, recipients, attachments, conversation }: MessageDraft): void {
    this.writing.set({ kind, text, recipients, attachments });
    this.base.set(conversation);
  }

  /** The desk has made it a draft again; here it is written on. */
  private takenBack(ticket: number, draft: MessageDraft): void {
    if (ticket === this.ticket()) this.bringBack(ticket, draft);
  }

  /** What was begun meanwhile stays, behind it. */
  private bringBack(ticket: number, before: MessageDraft): void {
    const isHere = ticket === this.ticket();
    const draft = isHere && this.isBegun() ? joined(before, this.draft()) : before;
    this.drafts.keep(ticket, draft);
    this.drafts.flush();
    if (!isHere) return;
    this.restore(draft);
    this.opened.set(true);
  }

  /** It is said, or not wanted any more. */
  private forget(ticket: number): void {
    this.drafts.keep(ticket, null);
    this.drafts.flush();
    if (ticket === this.ticket()) this.reset();
  }

  private reset(): void {
    this.reading.unsubscribe();
    this.sending.clear();
    this.writing.set(NOTHING);
    this.addressing.set('');
    this.opened.set(false);
  }

  private isMine({ author }: ConversationEntry): boolean {
    return author.type === 'user' && author.id === this.names.me();
  }
}

/** Two drafts in one, as the desk joins them: nothing of a note is said to the customer. */
function joined(one: MessageDraft, other: MessageDraft): MessageDraft {
  return {
    kind: [one, other].some(({ kind, text }) => kind === 'note' && text.trim() !== '') ? 'note' : 'reply',
    text: [one.text, other.text].filter((text) => text.trim() !== '').join('\n\n'),
    recipients: other.recipients ?? one.recipients,
    attachments: [...one.attachments, ...other.attachments],
    conversation: Math.min(one.conversation, other.conversation),
  };
}
