import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Arrival, Ticket } from '../../api/model';
import { withinSentence } from '../../ui/author';
import { Clock } from '../../ui/clock';
import { momentWords } from '../../ui/moment-words';
import { TicketNames } from '../ticket-names';

const ARRIVED: Record<Arrival, string> = { mail: 'Arrived by e-mail', portal: 'Written on the portal' };

/** Who created a ticket or how it came, and when, and when it was resolved and closed. */
@Component({
  selector: 'desk-ticket-byline',
  template: `{{ words() }}`,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketByline {
  readonly ticket = input.required<Ticket>();
  /** By what it came, when a customer wrote it; undefined while that is not known. */
  readonly arrivedBy = input<Arrival | null>();

  private readonly clock = inject(Clock);
  private readonly names = inject(TicketNames);

  protected readonly words = computed(() => {
    const { created_at, created_by, resolved_at, closed_at } = this.ticket();
    const way = this.arrivedBy();
    const came = way ? ARRIVED[way] : 'Arrived';
    const begun = created_by === null ? came : `Created by ${withinSentence(this.names.person(created_by))}`;
    const words = [`${begun} ${this.moment(created_at)}`];
    // Who closes a ticket at once resolves it by that, and nobody said so.
    if (resolved_at && resolved_at !== closed_at) words.push(`Resolved ${this.moment(resolved_at)}`);
    if (closed_at) words.push(`Closed ${this.moment(closed_at)}`);
    return words.join(' · ');
  });

  private moment(iso: string): string {
    return momentWords(Date.parse(iso), this.clock.now());
  }
}
