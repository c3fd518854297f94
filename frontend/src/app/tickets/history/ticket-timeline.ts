import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { fullTime } from '../../ui/age-words';
import { Avatar } from '../../ui/avatar';
import { Clock } from '../../ui/clock';
import { confidencePercent } from '../../ui/confidence';
import { Skeleton } from '../../ui/skeleton';
import { Token } from '../../ui/token';
import { ValueTag } from '../../ui/value-tag';
import { shortMoment } from '../../ui/moment-words';
import { TryAgain } from '../../ui/try-again';
import { TicketNames } from '../ticket-names';
import { TicketHistory } from './ticket-history';
import { timeline } from './timeline';

/** A long history shows how it began and where it stands. */
const FIRST = 3;
const LAST = 8;

/** What happened to the ticket: who, what and when, the desk's proposal first. */
@Component({
  selector: 'desk-ticket-timeline',
  imports: [Avatar, MatButton, MatIcon, Skeleton, Token, TryAgain, ValueTag],
  templateUrl: './ticket-timeline.html',
  styleUrl: './ticket-timeline.scss',
  host: { role: 'region', 'aria-labelledby': 'desk-history' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketTimeline {
  /** The ticket it belongs to: another one is folded again. */
  readonly ticket = input.required<number>();
  readonly headingLevel = input(3);

  private readonly clock = inject(Clock);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  private readonly injector = inject(Injector);
  private readonly names = inject(TicketNames);
  protected readonly history = inject(TicketHistory);
  protected readonly percent = confidencePercent;

  private readonly whole = linkedSignal<number, boolean>({ source: this.ticket, computation: () => false });
  protected readonly entries = computed(() => timeline(this.history.events(), this.names));
  /** The entries left out, and before which of the shown ones they belong; null when all are shown. */
  protected readonly folded = computed(() => {
    const count = this.entries().length - FIRST - LAST;
    return this.whole() || count < 3 ? null : { at: FIRST, count };
  });
  protected readonly shown = computed(() => {
    const entries = this.folded()
      ? [...this.entries().slice(0, FIRST), ...this.entries().slice(-LAST)]
      : this.entries();
    return entries.map((entry) => {
      const time = Date.parse(entry.at);
      const person = typeof entry.by === 'number' ? entry.by : null;
      return { ...entry, person, when: shortMoment(time, this.clock.now()), full: fullTime(time) };
    });
  });

  /** The button goes away: the focus goes to the first that it hid. */
  protected unfold(): void {
    this.whole.set(true);
    const first = () => this.element.nativeElement.querySelectorAll<HTMLElement>('.event')[FIRST];
    afterNextRender(() => first()?.focus(), { injector: this.injector });
  }
}
