import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  afterRenderEffect,
  booleanAttribute,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
  viewChild,
  viewChildren,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ConversationEntry } from '../../api/conversation-model';
import type { Ticket } from '../../api/model';
import { Viewport } from '../../core/viewport';
import { registerIcons } from '../../ui/icons';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { ERASURE_ICONS } from '../erasure/erasure-icon-set';
import { TicketNames } from '../ticket-names';
import { CONVERSATION_ICONS } from './conversation-icon-set';
import { conversationLines } from './conversation-lines';
import { conversationWindow, earlierWords } from './conversation-window';
import { EventLine } from './event-line';
import { HeldLines } from './held-lines';
import { LineColumn } from './line-column';
import { LineSight } from './line-sight';
import { MessageCard } from './message-card';
import { OpenedMessages } from './opened-parts';
import { TicketConversation } from './ticket-conversation';

/** What was said in a ticket and what happened to it, in one order; it opens at the newest. */
@Component({
  selector: 'desk-ticket-timeline',
  imports: [EventLine, MatButton, MessageCard, Skeleton, TryAgain],
  providers: [HeldLines, LineColumn, LineSight],
  templateUrl: './ticket-timeline.html',
  styleUrl: './ticket-timeline.scss',
  host: { role: 'region', 'aria-labelledby': 'desk-conversation' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketTimeline {
  readonly ticket = input.required<Ticket>();
  readonly headingLevel = input(3);
  /** The description is being corrected elsewhere. */
  readonly correcting = input(false, { transform: booleanAttribute });
  /** Public messages beyond this number came while the reader was writing; null while that is nothing to tell. */
  readonly seen = input<number | null>(null);
  /** The reader is writing. */
  readonly answering = input(false);

  private readonly column = inject(LineColumn);
  private readonly names = inject(TicketNames);
  private readonly viewport = inject(Viewport);
  protected readonly conversation = inject(TicketConversation);

  protected readonly id = computed(() => this.ticket().id);
  /** Another ticket is folded again. */
  private readonly whole = linkedSignal({ source: this.id, computation: () => false });
  private readonly opened = linkedSignal<number, ReadonlySet<string>>({
    source: this.id,
    computation: () => new Set(),
  });

  private readonly lines = computed(() => conversationLines(this.entries(), this.names));
  private readonly window = computed(() => conversationWindow(this.lines(), this.whole(), this.opened()));
  protected readonly shown = computed(() => {
    const { shown } = this.window();
    const lines = this.correcting() ? shown.filter(({ message }) => message?.kind !== 'description') : shown;
    const seen = this.seen();
    const firstNew = seen === null ? undefined : lines.find(({ message }) => message && message.number > seen);
    return lines.map((line) => ({
      ...line,
      folded: 'folded' in line ? line.folded : 0,
      isFirstNew: line === firstNew,
    }));
  });
  /** What of it is in the page. */
  protected readonly drawn = this.column.drawn(this.shown);
  protected readonly isPartly = computed(() => this.drawn().length < this.shown().length);
  private readonly list = viewChild.required<ElementRef<HTMLElement>>('list');
  private readonly drawnLines = viewChildren<ElementRef<HTMLElement>>('line');
  /** What the reader opened of its messages. */
  protected readonly messages = linkedSignal({ source: this.id, computation: () => new OpenedMessages() });
  /** What is before the first that shows; '' when that is nothing. */
  protected readonly earlier = computed(() => {
    const { earlier } = this.window();
    const unread = this.conversation.more() ? (this.conversation.entries()[0]?.number ?? 1) - 1 : 0;
    return earlier.length + unread === 0 ? '' : earlierWords(earlier, unread);
  });
  private readonly last = computed(() => this.conversation.entries().at(-1)?.number ?? 0);

  constructor() {
    registerIcons({ ...CONVERSATION_ICONS, ...ERASURE_ICONS });
    afterNextRender(() => this.column.follow(this.list().nativeElement));
    afterRenderEffect(() => this.column.look(this.drawnLines().map(({ nativeElement }) => nativeElement)));
    let [id, last] = [0, 0];
    effect(() => {
      const now = { id: this.id(), last: this.last() };
      const opens = now.id !== id || last === 0;
      const grows = now.last > last;
      [id, last] = [now.id, now.last];
      if (now.last === 0 || !(opens ? untracked(() => this.isConversation()) : grows && this.isAtEnd())) return;
      this.showNewest();
    });
    // Who is asked what to do about a newer answer sees it.
    effect(() => {
      if (this.seen() !== null) this.showNewest();
    });
    // On a phone the box to write in leaves room for little else: that is what is answered.
    effect(() => {
      if (this.answering() && untracked(this.viewport.compact)) this.showNewest();
    });
  }

  /** Brings the end into sight; beside the box to write in on a phone it begins at the top. */
  showNewest(): void {
    const end = untracked(this.shown).at(-1);
    const block = untracked(() => this.answering() && this.viewport.compact()) ? 'start' : 'end';
    if (end) this.column.bring(end, (line) => line.scrollIntoView({ block }));
  }

  /** All that is known, and what was before that. */
  protected showEarlier(): void {
    const hidden = this.window().earlier.length > 0;
    this.whole.set(true);
    if (!hidden) this.conversation.readOlder();
    this.focusLine(0);
  }

  protected unfold(key: string, at: number): void {
    this.opened.update((keys) => new Set([...keys, key.replace(/^fold /, '')]));
    this.focusLine(at);
  }

  /** The ticket's first message is known with the ticket, before anything else has come. */
  private readonly entries = computed<readonly ConversationEntry[]>(() => {
    const entries = this.conversation.entries();
    const { description: text } = this.ticket();
    const [first] = entries;
    // What it was written as is shown while it says the same, or nothing more.
    if (first?.kind === 'description') {
      const isAsWritten =
        (first.text ?? '') + first.folded === text || (first.redaction !== null && first.text === null);
      return [isAsWritten ? first : { ...first, text, html: null, folded: '' }, ...entries.slice(1)];
    }
    const isSaid = entries.some(({ kind }) => kind !== 'event');
    return isSaid ? entries : [descriptionOf(this.ticket()), ...entries];
  });

  /** Somebody has said more than the description. */
  private isConversation(): boolean {
    return this.conversation.entries().some(({ kind }) => kind !== 'event' && kind !== 'description');
  }

  private isAtEnd(): boolean {
    const end = this.list().nativeElement.lastElementChild;
    return end !== null && end.getBoundingClientRect().bottom <= window.innerHeight;
  }

  /** A button goes away: the focus goes to the first that it hid. */
  private focusLine(at: number): void {
    const line = this.shown()[at];
    if (line) this.column.bring(line, (element) => element.focus());
  }
}

function descriptionOf({ created_at, created_by, description }: Ticket): ConversationEntry {
  return {
    number: 1,
    at: created_at,
    kind: 'description',
    author: { type: created_by === null ? 'contact' : 'user', id: created_by, name: null },
    sender_confirmed: null,
    sender_check: null,
    via: 'web',
    token_name: null,
    text: description,
    html: null,
    folded: '',
    linked_ticket: null,
    recipients: [],
    attachments: [],
    delivery: null,
    sets_status: null,
    sets: {},
    taken_back_at: null,
    redaction: null,
    event: null,
  };
}
