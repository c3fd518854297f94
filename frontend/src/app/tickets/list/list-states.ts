import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RowSkeletons } from '../../kit/list/row-skeletons';
import { EmptyState } from '../../ui/empty-state';
import { ErrorState } from '../../ui/error-state';
import { FilterAddress } from '../filter/filter-address';
import { filterSentence, filterSize, noMatchHeading } from '../filter/filter-words';
import { ListedTickets } from './listed-tickets';
import { TicketNames } from '../ticket-names';
import { ListView } from '../views/list-view';
import { ALL } from '../views/ticket-views';
import { NoTicketsYet } from './no-tickets-yet';
import { ROW_SHAPE } from './row-shape';

/** What stands where the rows would be: on their way, not one, none that matches, or not to be had. */
@Component({
  selector: 'desk-list-states',
  imports: [EmptyState, ErrorState, MatButton, NoTicketsYet, RowSkeletons],
  template: `
    @if (listed.pages.error(); as problem) {
      <desk-error-state
        heading="The tickets could not be loaded"
        [failed]="problem"
        kept="Your filters are kept."
        (retry)="retry()"
      />
    } @else if (!listed.pages.ready()) {
      <p class="sr" role="status">Loading tickets</p>
      <desk-row-skeletons [shape]="rowShape" />
    } @else if (size() === 0 && !isAll()) {
      <desk-empty-state icon="inbox" [heading]="view.current().empty" text="Everything else is in All.">
        <button matButton="tonal" type="button" (click)="showAll()">Show all tickets</button>
      </desk-empty-state>
    } @else if (size() === 0) {
      <desk-no-tickets-yet />
    } @else {
      <desk-empty-state icon="filter_list" [heading]="heading()" [text]="sentence()">
        <button matButton="tonal" type="button" (click)="clear()">Clear filters</button>
        @if (size() > 1 && address.filter().status) {
          <button matButton type="button" (click)="allStatuses()">Search all statuses</button>
        } @else if (!isAll()) {
          <button matButton type="button" (click)="showAll()">Look in all tickets</button>
        }
      </desk-empty-state>
    }
  `,
  styleUrl: './list-states.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListStates {
  private readonly names = inject(TicketNames);
  protected readonly address = inject(FilterAddress);
  protected readonly listed = inject(ListedTickets);
  protected readonly view = inject(ListView);

  /** The button that was used goes away: the focus needs another place. */
  readonly used = output();

  protected readonly rowShape = ROW_SHAPE;
  protected readonly isAll = computed(() => this.view.current() === ALL);
  protected readonly size = computed(() => filterSize(this.address.filter()));
  protected readonly heading = computed(() => noMatchHeading(this.address.filter()));
  protected readonly sentence = computed(() => filterSentence(this.address.filter(), this.names));

  protected retry(): void {
    this.used.emit();
    this.listed.refresh();
  }

  protected clear(): void {
    this.used.emit();
    this.address.clear();
  }

  protected showAll(): void {
    this.used.emit();
    this.address.goTo(ALL);
  }

  protected allStatuses(): void {
    this.used.emit();
    this.address.change({ status: undefined });
  }
}
