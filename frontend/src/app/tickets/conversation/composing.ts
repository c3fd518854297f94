import { DestroyRef, Injectable, computed, inject, signal, untracked } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type Subscription, filter } from 'rxjs';
import { Connection } from '../../api/connection';
import type {
  Addressees,
  AttachmentInfo,
  ConversationEntry,
  MessageDraft,
  MessageKind,
} from '../../api/conversation-model';
import type { CannedAnswer, CannedSteps } from '../../api/canned-answers-api';
import type { Status } from '../../api/model';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import { TicketNames } from '../ticket-names';
import type { ValueKind } from '../ticket-values';
import { goesToMany } from './addressees';
import type { AttachingTo } from './attaching-to';
import { bothOf, joined } from './both-drafts';
import { BroughtBack, type KeptBy } from './brought-back';
import { CannedInMessage } from './canned/canned-in-message';
import { DraftKeeping, type Met, hasContent } from './draft-keeping';
import { HOLD_SECONDS, LeavingReply } from './leaving-reply';
import { MessageSending } from './message-sending';
import { withPictureWords } from './picture-names';
import { TicketConversation } from './ticket-conversation';
import { Typing } from './typing';

/** What is being written. */
type Writing = Omit<MessageDraft, 'conversation'>;

const NOTHING: Writing = { kind: 'reply', text: '', recipients: null, attachments: [], sets: {} };

/**
 * What a person writes in the open ticket, from the first word until it has left. Nothing of it is lost: not to a failure, not
 * to somebody who answered first, not to leaving the page. Provided by the ticket's page.
 */
@Injectable()
export class Composing implements AttachingTo {
  private readonly canned = inject(CannedInMessage);
  private readonly conversation = inject(TicketConversation);
  private readonly drafts = inject(DraftKeeping);
  private readonly leaving = inject(LeavingReply);
  private readonly names = inject(TicketNames);
  private readonly notifications = inject(Notifications);
  private readonly sending = inject(MessageSending);
  private readonly undo = inject(Undo);
  private readonly pages = inject(BroughtBack);

  private readonly ticket = signal<number | undefined>(undefined);
  private readonly writing = signal<Writing>(NOTHING);
  private readonly opened = signal(false);
  /** The ticket that it is written to. */
  readonly openTicket = this.ticket.asReadonly();
  /** What has to happen before it can be sent, in words; '' for nothing. */
  readonly waitsFor = signal('');
  private reading: Subscription | undefined;
  /** What the desk keeps of the open ticket is known; until then it is not told anything, or that would be lost. */
  private isRead = false;

  readonly kind = computed(() => this.writing().kind);
  readonly text = computed(() => this.writing().text);
  readonly attachments = computed(() => this.writing().attachments);
  /** Whom a reply goes to when nobody says otherwise; undefined while that is not known. */
  readonly usual = signal<Addressees | undefined>(undefined);
  /** Whom it goes to; undefined while that is not known. */
  readonly recipients = computed(() => this.writing().recipients ?? this.usual());
  /** What is typed of another recipient, who is none yet. */
  readonly addressing = signal('');
  /** What else the ticket gets with it, by canned answers. */
  readonly steps = computed<CannedSteps>(() => this.writing().sets);
  readonly hasText = computed(() => this.text().trim() !== '');
  private readonly typing = new Typing();
  /** It was typed in within the last seconds. */
  readonly isWriting = this.typing.now;
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

  private readonly tried = signal<Status | undefined>(undefined);
  /** The status that the ticket was to get with it when it was sent last; undefined for none, and before it was. */
  readonly triedStatus = this.tried.asReadonly();

  /** It was to be sent, with this status, and was held for the question whether all shall get it. */
  private readonly heldWith = signal<{ readonly status: Status | undefined } | null>(null);
  /** Those it goes to by itself where they are many; null in a note, and once the writer has said to whom. */
  private readonly many = computed<Addressees | null>(() => {
    const { kind, recipients } = this.writing();
    const usual = this.usual();
    return kind === 'reply' && recipients === null && usual && goesToMany(usual) ? usual : null;
  });
  /** Whom it would go to, many that nobody has chosen: it rests until its writer has; null while nothing is asked. */
  readonly asksWhether = computed<Addressees | null>(() =>
    this.heldWith() && this.hasText() && !this.overtakenBy() ? this.many() : null,
  );

  constructor() {
    inject(DestroyRef).onDestroy(this.pages.takenBy((ticket, draft, keptBy) => this.takeIn(ticket, draft, keptBy)));
    inject(DestroyRef).onDestroy(() => this.typing.stop());
    this.drafts.met.pipe(takeUntilDestroyed()).subscribe((met) => this.meet(met));
    const failed = () => this.reading !== undefined && !this.isRead;
    inject(Connection)
      .back.pipe(filter(failed), takeUntilDestroyed())
      .subscribe(() => this.readDraft());
  }

  /** What was begun in another ticket is kept. */
  open(ticket: number): void {
    if (ticket === untracked(this.ticket)) return;
    this.drafts.flush();
    this.ticket.set(ticket);
    this.sending.open(ticket);
    this.reset();
  }

  /** What was written to a ticket as far as this browser has it, also when the ticket is not there any more. Reads a signal. */
  wordsTo(ticket: number): string {
    return ticket === this.ticket() && this.hasText() ? this.text() : (this.drafts.readHere(ticket)?.text ?? '');
  }

  /** Brings what was begun here before, once. */
  readDraft(): void {
    const ticket = this.ticket();
    if (ticket === undefined || this.isRead || this.reading?.closed === false) return;
    this.reading = this.drafts.read(ticket, !this.isBegun()).subscribe({
      next: (draft) => {
        this.isRead = true;
        if (draft) this.join(draft);
        if (this.isBegun()) this.keep();
      },
      // What is written stays in this browser until it can be read.
      error: () => undefined,
    });
  }

  /** What has a text stays what it is: a note does not become public by a key. */
  begin(kind: MessageKind): void {
    if (!this.hasText() && this.kind() !== kind) this.become(kind);
    this.opened.set(true);
    this.readDraft();
  }

  /** Out of the way; what is written stays. */
  rest(): void {
    this.askNoMore();
    this.typing.stop();
    this.opened.set(false);
  }

  write(text: string): void {
    if (text === this.text()) return;
    this.change({ text });
    this.typing.note();
  }

  become(kind: MessageKind): void {
    this.askNoMore();
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

  /** A canned answer was put into the text. */
  took(answer: CannedAnswer): void {
    const ticket = this.ticket();
    if (ticket === undefined) return;
    this.change({ sets: { ...this.steps(), ...answer.steps } });
    this.canned.take(ticket, answer.id);
  }

  /** A field that a canned answer would set stays as it is. */
  leave(kind: ValueKind): void {
    const others = Object.entries(this.steps()).filter(([field]) => field !== kind);
    this.change({ sets: Object.fromEntries(others) });
  }

  /** `status` is what the ticket becomes with it, whatever a canned answer says. */
  send(status?: Status): void {
    const ticket = this.ticket();
    if (ticket === undefined || !this.hasText() || this.waitsFor() || this.overtakenBy()) return;
    const { kind, text, attachments } = this.writing();
    const isReply = kind === 'reply';
    const sets = { ...this.steps(), ...(status && { status }) };
    // It goes to whom the screen shows.
    const recipients = this.recipients();
    if (isReply && this.addressing().trim() !== '') return;
    if (this.many()) {
      this.heldWith.set({ status });
      return;
    }
    const message = {
      ...{ kind, text },
      ...sets,
      ...(attachments.length > 0 && { attachments: attachments.map(({ id }) => id) }),
      ...(isReply && { leaves_in_seconds: HOLD_SECONDS, ...(recipients && { recipients }) }),
    };
    // All that it was to do comes back with it.
    const draft = { ...this.draft(), sets };
    const sent = this.writing();
    this.tried.set(status);
    this.sending.send(ticket, message, isReply ? draft.conversation : undefined, (entry) => {
      this.canned.forget(ticket);
      if (ticket === this.ticket() && sent !== this.writing()) this.forgetOnly(sent);
      else this.forget(ticket);
      if (entry.delivery?.state === 'held')
        this.leaving.hold(ticket, entry, () => this.pages.offer(ticket, draft, 'desk'));
    });
  }

  /** Whom it goes to was asked, and is said: for this answer it is not asked again. */
  sendTo(recipients: Addressees): void {
    const status = this.heldWith()?.status;
    this.askNoMore();
    this.address(recipients);
    this.send(status);
  }

  /** It is written on, and asked when it is to be sent. */
  askNoMore(): void {
    this.heldWith.set(null);
  }

  /** Somebody answered first: it becomes a note for the desk, which does nothing to the ticket that the reply would have done. */
  keepAsNote(): void {
    this.change({ sets: {} });
    this.become('note');
    this.send();
  }

  /** Somebody answered first, and it goes all the same, with what the ticket was to get with it. */
  sendToo(): void {
    this.sending.clear();
    this.base.set(this.conversation.state());
    this.send(this.tried());
  }

  /** The words of an answer that did not arrive, to be looked at and sent once more; they stand before what was begun. False where they stand there, and beside a note. */
  writeAgain(text: string, recipients: Addressees): boolean {
    const ticket = this.ticket();
    if (ticket === undefined) return false;
    if (!this.isBegun()) this.become('reply');
    this.opened.set(true);
    if (this.kind() === 'note') this.notifications.show('A note is begun here: add it or discard it first');
    if (this.kind() === 'note' || withPictureWords(this.text()).includes(withPictureWords(text))) return false;
    const conversation = this.conversation.state();
    return this.takeIn(ticket, { kind: 'reply', text, recipients, attachments: [], sets: {}, conversation }, 'nobody');
  }

  /** Forgets what was written; it can be brought back. */
  discard(): void {
    const ticket = this.ticket();
    if (ticket === undefined) return;
    const draft = this.draft();
    this.canned.forget(ticket);
    this.forget(ticket);
    const step = { takeBack: () => this.bringBack(ticket, draft) };
    this.undo.add(step);
    this.undo.offer(step, 'What you wrote was discarded');
  }

  private change(change: Partial<Writing>): void {
    const had = this.isBegun();
    if (!had) this.base.set(this.conversation.state());
    this.writing.update((now) => ({ ...now, ...change }));
    if (had || this.isBegun()) this.keep();
  }

  private keep(): void {
    const ticket = this.ticket();
    if (ticket === undefined) return;
    const draft = this.isBegun() ? this.draft() : null;
    if (this.isRead) this.drafts.keep(ticket, draft);
    else this.drafts.keepHere(ticket, draft);
  }

  private draft(): MessageDraft {
    return { ...this.writing(), conversation: this.base() };
  }

  /** Puts a draft before what is written by now. */
  private join(draft: MessageDraft): void {
    const before = this.isBegun() ? this.base() : draft.conversation;
    const { conversation, ...writing } = joined(draft, { ...this.writing(), conversation: before });
    this.writing.set(writing);
    this.base.set(conversation);
  }

  /** It was written on elsewhere too; what was typed since stands behind both. */
  private meet({ ticket, mine, both }: Met): void {
    if (ticket !== this.ticket()) return;
    const { conversation, ...writing } = bothOf(mine.text, both, this.draft());
    this.writing.set(writing);
    this.base.set(conversation);
    this.notifications.show('You wrote on elsewhere, too: both stand in the draft now');
    this.keep();
  }

  /** Where no page shows the ticket, the desk keeps it with what was written there since. */
  private bringBack(ticket: number, draft: MessageDraft): void {
    if (this.pages.offer(ticket, draft, 'nobody')) return;
    const keep = (since: MessageDraft | null) => {
      this.drafts.keep(ticket, since ? joined(draft, since) : draft);
      this.drafts.flush();
    };
    this.drafts.read(ticket, true).subscribe({ next: keep, error: () => keep(null) });
  }

  private takeIn(ticket: number, draft: MessageDraft, keptBy: KeptBy): boolean {
    if (ticket !== this.ticket()) return false;
    this.opened.set(true);
    if (keptBy === 'desk' && !this.isRead) {
      // It comes with the draft, in which it is by now.
      this.reading?.unsubscribe();
      this.reading = undefined;
      this.readDraft();
      return true;
    }
    this.readDraft();
    this.join(draft);
    this.keep();
    this.drafts.flush();
    return true;
  }

  /** It is said, or not wanted any more. */
  private forget(ticket: number): void {
    const isOpen = ticket === this.ticket();
    // A draft that was not seen yet was not sent.
    if (isOpen && !this.isRead) this.drafts.keepHere(ticket, null);
    else this.drafts.keep(ticket, null);
    this.drafts.flush();
    if (isOpen) this.clear();
  }

  /** What was written on meanwhile is the next draft. */
  private forgetOnly(sent: Writing): void {
    const { text, attachments } = this.writing();
    const rest = text.startsWith(sent.text) ? text.slice(sent.text.length).trimStart() : text;
    this.base.set(this.conversation.state());
    this.change({ text: rest, sets: {}, attachments: attachments.filter((file) => !sent.attachments.includes(file)) });
    if (!this.isBegun()) this.clear();
  }

  private reset(): void {
    this.reading?.unsubscribe();
    this.reading = undefined;
    this.isRead = false;
    this.clear();
  }

  private clear(): void {
    this.sending.clear();
    this.tried.set(undefined);
    this.typing.stop();
    this.askNoMore();
    this.writing.set(NOTHING);
    this.addressing.set('');
    this.opened.set(false);
  }

  private isMine({ author }: ConversationEntry): boolean {
    return author.type === 'user' && author.id === this.names.me();
  }
}
