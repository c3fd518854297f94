import { ChangeDetectionStrategy, Component } from '@angular/core';

/** Search and filters above a list; on a phone the chips scroll sideways under the search. */
@Component({
  selector: 'desk-filter-row',
  template: `<ng-content select="desk-search-box" />
    <div class="chips"><ng-content /></div>`,
  styles: `
    :host {
      display: flex;
      flex: none;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 16px 20px 12px;
    }

    .chips {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      min-width: 0;
    }

    @media (max-width: 599px) {
      :host {
        padding: 12px 16px 8px;
      }

      .chips {
        flex: 1 0 calc(100% + 32px);
        flex-wrap: nowrap;
        // With room for the focus ring.
        margin: 0 -16px;
        padding: 4px 16px;
        overflow-x: auto;
        scrollbar-width: none;
      }
    }
  `,
  host: { role: 'group', 'aria-label': 'Filters' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterRow {}
