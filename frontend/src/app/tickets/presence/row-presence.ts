import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Presence } from '../../api/live/presence';
import { TicketNames } from '../ticket-names';
import { PresenceFaces } from './presence-faces';
import { presenceInFull } from './presence-words';

/** Who else has the ticket of a row open, behind its title: as faces, and in words for the reading voice, which says nothing by itself. */
@Component({
  selector: 'desk-row-presence',
  imports: [PresenceFaces],
  template: `
    @if (others(); as people) {
      <desk-presence-faces [people]="people" />
      <span class="sr">{{ words() }}</span>
    }
  `,
  styles: `
    :host {
      flex: none;
    }

    // As high as the title, which stays where it is.
    desk-presence-faces {
      --faces-size: 20px;

      height: 20px;
      margin-inline-start: 8px;
      vertical-align: top;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowPresence {
  readonly ticket = input.required<number>();

  private readonly names = inject(TicketNames);
  private readonly presence = inject(Presence);
  /** The same list until somebody comes to this ticket, leaves it or begins to change it. */
  private readonly people = computed(() => this.presence.at(this.ticket()));
  /** Null for nobody. */
  protected readonly others = computed(() => {
    const others = this.people().filter(({ id }) => id !== this.names.me());
    return others.length > 0 ? others : null;
  });
  protected readonly words = computed(() => presenceInFull(this.others() ?? []));
}
