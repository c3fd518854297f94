import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Skeleton } from '../../ui/skeleton';

/** What a row is made of, in CSS lengths. */
export interface RowShape {
  /** The columns of the grid; the words have the wide one. */
  readonly columns: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Of these a picture, not a word. */
  readonly face?: string;
  /** The two lines of words, row by row. */
  readonly words: readonly (readonly [string, string])[];
  /** How high a row is on a phone, and the line that stands there for what follows the words. */
  readonly phone: { readonly height: string; readonly line?: string };
}

const SHORT = '84px';

/** The rows of most tables. */
const TABLE: RowShape = {
  columns: 'minmax(0, 1fr) 120px 120px',
  before: [],
  after: ['72px', '92px'],
  words: ['38%', '52%', '30%', '46%', '41%', '56%'].map((width) => [width, SHORT] as const),
  phone: { height: '88px' },
};

/** The shape of the coming rows. */
@Component({
  selector: 'desk-row-skeletons',
  imports: [Skeleton],
  template: `
    @let row = shape();
    @for (words of row.words; track $index) {
      <div class="row">
        @for (width of row.before; track $index) {
          <desk-skeleton class="column" [width]="width" />
        }
        <span class="main">
          <desk-skeleton [width]="words[0]" />
          <desk-skeleton [width]="words[1]" height="10px" />
        </span>
        @for (width of row.after; track $index) {
          @if (width === row.face) {
            <desk-skeleton class="column face" [width]="width" [height]="width" />
          } @else {
            <desk-skeleton class="column" [width]="width" />
          }
        }
        @if (row.phone.line; as width) {
          <desk-skeleton class="line" height="10px" [width]="width" />
        }
      </div>
    }
  `,
  styles: `
    .row {
      display: grid;
      grid-template-columns: var(--columns);
      align-items: center;
      gap: 12px;
      height: 56px;
      padding: 0 20px;
    }

    .main {
      display: grid;
      gap: 8px;
    }

    // No longer than a column that has given way.
    .column {
      max-width: 100%;
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
        height: var(--phone-height);
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
  host: {
    'aria-hidden': 'true',
    '[style.--columns]': 'shape().columns',
    '[style.--phone-height]': 'shape().phone.height',
  },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RowSkeletons {
  readonly shape = input(TABLE);
}
