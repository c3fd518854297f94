import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ViewCounts } from '../../core/view-counts';
import { figure } from '../../ui/count-words';
import { FilterAddress } from '../filter/filter-address';
import { TicketLayout } from '../ticket-layout';
import { ListView } from './list-view';
import { VIEWS } from './ticket-views';

/** The views of the list with what is in each, above it. */
@Component({
  selector: 'desk-view-tabs',
  imports: [RouterLink],
  template: `
    <nav aria-label="Views">
      @for (tab of tabs(); track tab.view.name) {
        <a
          class="view"
          [routerLink]="tab.link"
          [queryParams]="tab.params"
          [attr.aria-current]="tab.current ? 'page' : null"
          (click)="view.remember(tab.view)"
          >{{ tab.view.label }}
          @if (tab.count; as count) {
            <span class="n">{{ count }}</span>
          }
        </a>
      }
    </nav>
  `,
  styleUrl: './view-tabs.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ViewTabs {
  private readonly counts = inject(ViewCounts);
  private readonly filters = inject(FilterAddress);
  private readonly layout = inject(TicketLayout);
  protected readonly view = inject(ListView);

  protected readonly tabs = computed(() =>
    VIEWS.map((view) => {
      const count = this.counts.of(view.name);
      const open = this.layout.openId();
      return {
        view,
        // What is open beside the list stays open.
        link: open === undefined ? ['/tickets'] : ['/tickets', open],
        params: { ...this.view.paramsOf(view), ...this.filters.paramsIn(view) },
        current: view === this.view.current(),
        count: count === undefined ? null : figure(count),
      };
    }),
  );
}
