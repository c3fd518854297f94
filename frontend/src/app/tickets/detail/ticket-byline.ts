import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Ticket } from '../../api/model';
import { Clock } from '../../ui/clock';
import { momentWords } from '../../ui/moment-words';
import { TicketNames } from '../ticket-names';

/** Who created a ticket and when, and when it was done. */
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
    const { created_at, created_by, resolved_at, status } = this.ticket();
    const by = created_by === null ? '' : `by ${this.names.person(created_by)} `;
    const created = `Created ${by}${this.moment(created_at)}`;
    const done = status === 'closed' ? 'Closed' : 'Resolved';
    return resolved_at ? `${created} · ${done} ${this.moment(resolved_at)}` : created;
  });

  private moment(iso: string): string {
    return momentWords(Date.parse(iso), this.clock.now());
  }
}
