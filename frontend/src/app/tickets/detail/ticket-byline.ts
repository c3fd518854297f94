import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Ticket } from '../../api/model';
import { withinSentence } from '../../ui/author';
import { Clock } from '../../ui/clock';
import { momentWords } from '../../ui/moment-words';
import { TicketNames } from '../ticket-names';

/** Who created a ticket and when, and when it was resolved and closed. */
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

  private readonly clock = inject(Clock);
  private readonly names = inject(TicketNames);

  protected readonly words = computed(() => {
    const { created_at, created_by, resolved_at, closed_at } = this.ticket();
    const by = created_by === null ? '' : `by ${withinSentence(this.names.person(created_by))} `;
    const words = [`Created ${by}${this.moment(created_at)}`];
    // Who closes a ticket at once resolves it by that, and nobody said so.
    if (resolved_at && resolved_at !== closed_at) words.push(`Resolved ${this.moment(resolved_at)}`);
    if (closed_at) words.push(`Closed ${this.moment(closed_at)}`);
    return words.join(' · ');
  });

  private moment(iso: string): string {
    return momentWords(Date.parse(iso), this.clock.now());
  }
}
