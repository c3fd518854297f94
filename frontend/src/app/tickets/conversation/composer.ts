import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  effect,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { MatIcon } from '@angular/material/icon';
import { switchMap, timer } from 'rxjs';
import type { Addressees, MessageKind } from '../../api/conversation-model';
import { Presence } from '../../api/live/presence';
import { TicketStore } from '../../api/ticket-store';
import { KeyTurns } from '../../core/key-turns';
import { KeyboardShortcuts } from '../../core/keyboard-shortcuts';
import { Banner } from '../../ui/banner';
import { counted } from '../../ui/count-words';
import { Session } from '../../core/session';
import { KeyCap } from '../../ui/key-cap';
import { LEAFING_MS } from '../similar/similar-to-ticket';
import { PresenceFaces } from '../presence/presence-faces';
import { presenceWords } from '../presence/presence-words';
import { TicketNames } from '../ticket-names';
import { addresseeName } from './addressees';
import { AnsweredFirst } from './answered-first';
import { ComposerBox } from './composer-box';
import { Composing } from './composing';
import { GoesToMany } from './goes-to-many';
import { LeavingReply } from './leaving-reply';
import { withPictureWords } from './picture-names';
import { UndoBar } from './undo-bar';

/** Where a ticket is answered: one line until it is wanted, then a box, and a bar while what was sent can be taken back. */
@Component({
  selector: 'desk-composer',
  imports: [AnsweredFirst, Banner, ComposerBox, GoesToMany, KeyCap, MatIcon, PresenceFaces, UndoBar],
  templateUrl: './composer.html',
  styleUrl: './composer.scss',
  host: { tabindex: '-1' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Composer {
  readonly ticket = input.required<number>();
  /** The name of who asks; '' where nobody is known to. */
  readonly customer = input('');
  /** Whom a reply goes to when nobody says otherwise; undefined while that is not known. */
  readonly usual = input.required<Addressees | undefined>();

  private readonly leaving = inject(LeavingReply);
  private readonly names = inject(TicketNames);
  private readonly presence = inject(Presence);
  private readonly session = inject(Session);
  private readonly store = inject(TicketStore);
  protected readonly composing = inject(Composing);
  protected readonly box = viewChild<ComposerBox>('box');

  /** The reply to this ticket that has not left. */
  protected readonly held = computed(() => {
    const held = this.leaving.held();
    return held?.ticket === this.ticket() && !this.composing.isOpen() ? held : null;
  });
  protected readonly known = computed(() => ({
    customer: this.customer(),
    ticket: this.ticket(),
    title: this.store.get(this.ticket())?.title ?? '',
    agent: this.session.user()?.display_name ?? '',
  }));
  /** What was begun, in one line. */
  protected readonly begun = computed(
    () =>
      withPictureWords(this.composing.text()).replace(/\s+/g, ' ').trim() ||
      fileWords(this.composing.attachments().length),
  );

  /** Who else writes to it at the moment. */
  protected readonly writers = computed(() =>
    this.presence.at(this.ticket()).filter(({ id, activity }) => activity === 'writing' && id !== this.names.me()),
  );
  protected readonly writersWords = computed(() => presenceWords(this.writers()));
  /** Who waits for an answer. */
  protected readonly asks = computed(() => {
    const [first] = this.composing.recipients()?.to ?? [];
    return first && addresseeName(first);
  });

  constructor() {
    const destroyed = inject(DestroyRef);
    effect(() => {
      const ticket = this.ticket();
      untracked(() => this.composing.open(ticket));
    });
    effect(() => this.composing.usual.set(this.usual()));
    // Whoever leafs through tickets does not ask about each.
    toObservable(this.ticket)
      .pipe(
        switchMap(() => timer(LEAFING_MS)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.composing.readDraft());
    // What had the focus is gone with the box: keys are heard from here.
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const injector = inject(Injector);
    let wasOpen = false;
    effect(() => {
      const isOpen = this.composing.isOpen();
      if (wasOpen && !isOpen) afterNextRender(() => isNowhere() && element.focus(), { injector });
      wasOpen = isOpen;
    });
    inject(KeyboardShortcuts).register(
      [
        { key: 'r', label: 'Reply', group: 'Ticket', run: () => this.begin('reply') },
        { key: 'n', label: 'Write an internal note', group: 'Ticket', run: () => this.begin('note') },
      ],
      destroyed,
    );
    // What is typed behind R is for the box that it opens.
    inject(KeyTurns).while(() => this.composing.isOpen() && this.box()?.isReady() !== true, destroyed);
  }

  protected begin(kind: MessageKind): void {
    this.composing.begin(kind);
    this.box()?.focus();
  }
}

function fileWords(count: number): string {
  return count === 0 ? '' : counted(count, 'file');
}

function isNowhere(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
