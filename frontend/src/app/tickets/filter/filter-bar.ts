import { ChangeDetectionStrategy, Component } from '@angular/core';
import { FilterChips } from './filter-chips';

/** The filters of the list, above it. */
@Component({
  selector: 'desk-filter-bar',
  imports: [FilterChips],
  template: `<desk-filter-chips />`,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 8px;
      padding: 0 20px 12px;
    }

    @media (max-width: 599px) {
      :host {
        // Scrolls sideways under the finger, with room for the focus ring.
        flex-wrap: nowrap;
        overflow-x: auto;
        margin-top: -4px;
        padding: 4px 16px 12px;
        scrollbar-width: none;
      }
    }
  `,
  host: { role: 'group', 'aria-label': 'Filters' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {}
