import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Skeleton } from '../../ui/skeleton';

/** The shape of the coming rows. */
@Component({
  selector: 'desk-row-skeletons',
  imports: [Skeleton],
  template: `
    @for (row of rows; track $index) {
      <div class="row">
        <desk-skeleton class="column" width="36px" />
        <span class="main">
          <desk-skeleton [width]="row[0]" />
          <desk-skeleton [width]="row[1]" height="10px" />
        </span>
        <desk-skeleton class="column" width="72px" />
        <desk-skeleton class="column" width="60px" />
        <desk-skeleton class="column" width="76px" />
        <desk-skeleton class="column face" width="28px" height="28px" />
        <desk-skeleton class="column" width="24px" />
        <desk-skeleton class="line" width="196px" height="10px" />
      </div>
    }
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: 44px minmax(0, 1fr) 92px 84px 100px 28px 36px;
      align-items: center;
      column-gap: 12px;
      height: 56px;
      padding: 0 20px;
    }

    .main {
      display: grid;
      gap: 8px;
    }

    .face {
      border-radius: 50%;
    }

    .line {
      display: none;
    }

    @media (max-width: 599px) {
      .row {
        grid-template-columns: minmax(0, 1fr);
        align-content: center;
        row-gap: 12px;
        height: 96px;
        padding: 0 16px;
      }

      .column {
        display: none;
      }

      .line {
        display: block;
      }
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowSkeletons {
  protected readonly rows = [
    ['38%', '88%'],
    ['52%', '80%'],
    ['30%', '92%'],
    ['46%', '76%'],
    ['41%', '84%'],
    ['56%', '90%'],
    ['34%', '72%'],
    ['48%', '86%'],
  ] as const;
}
