import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Skeleton } from '../../ui/skeleton';

/** Stands for a list that is on its way. */
@Component({
  selector: 'desk-account-list-skeleton',
  imports: [Skeleton],
  template: `
    <p class="sr" role="status">Loading</p>
    @for (row of rows; track row) {
      <div><desk-skeleton width="220px" /><desk-skeleton width="min(420px, 80%)" height="10px" /></div>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-top: 16px;
    }

    div {
      display: grid;
      gap: 10px;
      padding: 18px 0;
      border-top: 1px solid var(--desk-hairline);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ListSkeleton {
  protected readonly rows = [1, 2, 3];
}
