import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { KeyTurns } from '../../core/key-turns';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { numberInAddress } from '../../kit/list/number-in-address';
import { Banner } from '../../ui/banner';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import { TryAgain } from '../../ui/try-again';
import { Composer } from '../conversation/composer';
import { AttachingTo } from '../conversation/attaching-to';
import { Composing } from '../conversation/composing';
import { DraftKeeping } from '../conversation/draft-keeping';
import { LeavingReply } from '../conversation/leaving-reply';
import { MessageSending } from '../conversation/message-sending';
import { SendingAgain } from '../conversation/sending-again';
import { TicketConversation } from '../conversation/ticket-conversation';
import { TicketTimeline } from '../conversation/ticket-timeline';
import type { ValueKind } from '../ticket-values';
import { SimilarToTicket } from '../similar/similar-to-ticket';
import { type TextDraft, TextDrafts } from '../editing/text-drafts';
import { ChangesOfOthers } from './changes-of-others';
import { CorrectionMode } from './correction-mode';
import { DetailArrival } from './detail-arrival';
import { DetailBar } from './detail-bar';
import { readConversationAhead } from './conversation-ahead';
import { KeptText } from './kept-text';
import { LaterSuggested } from './later-suggested';
import { NotSortedYet } from './not-sorted-yet';
import { OpenTicket } from './open-ticket';
import { scrollByKeys } from './scroll-keys';
import { TicketRequester } from '../requester/ticket-requester';
import { SURROUNDINGS } from './surroundings';
import { TicketSide } from '../side/ticket-side';
import { TicketByline } from './ticket-byline';
import { TextEditor } from './text-editor';
import { TicketFields } from './ticket-fields';

/** One ticket, by the number in the address: alone, or with the list that it was opened from. */
@Component({
  selector: 'desk-ticket-detail',
  imports: [
    Banner,
    Composer,
    DetailBar,
    EmptyState,
    ErrorState,
    KeptText,
    LaterSuggested,
    MatButton,
    NotSortedYet,
    RouterLink,
    SimilarToTicket,
    Skeleton,
    TextEditor,
    TicketByline,
    TicketFields,
    TicketRequester,
    TicketSide,
    TicketTimeline,
    TryAgain,
  ],
  providers: [
    TicketConversation,
    DraftKeeping,
    LeavingReply,
    MessageSending,
    Composing,
    SendingAgain,
    { provide: AttachingTo, useExisting: Composing },
  ],
  templateUrl: './ticket-detail.html',
  styleUrl: './ticket-detail.scss',
  host: { '[class.roomy]': 'roomy()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketDetail {
  readonly id = input.required<number | undefined, string>({ transform: numberInAddress });

  private readonly drafts = inject(TextDrafts);
  private readonly router = inject(Router);
  protected readonly around = inject(SURROUNDINGS);

  private readonly pane = viewChild.required<ElementRef<HTMLElement>>('pane');
  private readonly scroll = viewChild.required<ElementRef<HTMLElement>>('scroll');
  private readonly fields = viewChild(TicketFields);
  private readonly editor = viewChild(TextEditor);
  private readonly timeline = viewChild(TicketTimeline);
  protected readonly composing = inject(Composing);
  protected readonly open = new OpenTicket(this.id);
  /** As it is shown; undefined while it is not. */
  readonly ticket = this.open.ticket;

  protected readonly others = new ChangesOfOthers(this.id, this.ticket);
  protected readonly correction = new CorrectionMode(this.id, () => this.ticket() !== undefined, this.editor);

  /** Over the full width there is room for cards beside it. */
  protected readonly roomy = computed(() => this.around.wide() && !this.around.beside());

  protected readonly missingWords = computed(() => {
    const id = this.id();
    const heading = 'There is no such ticket';
    if (id === undefined) return { heading, text: 'The address does not name a ticket.' };
    if (this.open.gone()) return { heading: `${heading} any more`, text: `Ticket #${id} was deleted.` };
    return { heading, text: `There is no ticket #${id}.` };
  });

  /** What was being written when the ticket was deleted; null where that is nothing. */
  protected readonly keptTexts = computed(() => {
    const id = this.id();
    return id !== undefined && this.open.gone() ? (this.drafts.read(id)?.texts ?? null) : null;
  });

  /** The same of an answer or note; '' where that is nothing. */
  protected readonly keptAnswer = computed(() => {
    const id = this.id();
    if (id === undefined || !this.open.gone()) return '';
    return this.composing.wordsTo(id).trim();
  });

  constructor() {
    const close = { key: 'Escape', label: 'Close the ticket', group: 'Ticket', run: () => this.close() } as const;
    const run = () => this.around.wide() && this.around.full.set(!this.around.full());
    const full = { key: 'f', label: 'Over the full width, and back', group: 'Ticket', run } as const;
    const destroyed = inject(DestroyRef);
    inject(KeyboardShortcuts).register([close, full], destroyed);
    inject(KeyTurns).while(() => this.open.loading() && !this.ticket() && !this.open.missing(), destroyed);
    new DetailArrival(this.open, this.pane);
    scrollByKeys(this.pane, this.scroll);
    // The box takes room: what is answered stays in sight.
    effect(() => {
      if (this.composing.isOpen()) untracked(() => this.timeline()?.showNewest());
    });
    readConversationAhead(this.id);
  }

  openPicker(kind: ValueKind): void {
    this.fields()?.open(kind);
  }

  protected corrected(discarded: TextDraft | null): void {
    this.pane().nativeElement.focus({ preventScroll: true });
    this.correction.end(discarded);
  }

  protected laterDecided(): void {
    this.pane().nativeElement.focus({ preventScroll: true });
    this.open.reload();
  }

  protected close(): void {
    void this.router.navigate(['/tickets'], { queryParamsHandling: 'preserve' });
  }

  protected reload(): void {
    window.location.reload();
  }

  protected retry(): void {
    this.pane().nativeElement.focus();
    this.open.retry();
  }
}
