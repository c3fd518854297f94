import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Skeleton } from '../../ui/skeleton';

/** The shape of the coming rows. */
@Component({
  selector: 'desk-admin-row-skeletons',
  imports: [Skeleton],
  template: `
    @for (width of widths; track $index) {
      <div class="row">
        <span class="main">
          <desk-skeleton [width]="width" />
          <desk-skeleton width="84px" height="10px" />
        </span>
        <desk-skeleton class="column" width="72px" />
        <desk-skeleton class="column" width="92px" />
      </div>
    }
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) 120px 120px;
      align-items: center;
      gap: 12px;
      height: 56px;
      padding: 0 20px;
    }

    .main {
      display: grid;
      gap: 8px;
    }

    @media (max-width: 599px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
        height: 88px;
        padding: 0 16px;
      }

      .column {
        display: none;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowSkeletons {
  protected readonly widths = ['38%', '52%', '30%', '46%', '41%', '56%'] as const;
}
