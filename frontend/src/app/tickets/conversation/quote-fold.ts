import { ChangeDetectionStrategy, Component, input, model } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Quote } from './message-words';

/** What a message quotes, folded until somebody wants it. What its HTML quotes stands there: that is told whether it shows. */
@Component({
  selector: 'desk-quote-fold',
  imports: [MatIcon],
  template: `
    <button class="fold" type="button" [attr.aria-expanded]="unfolded()" (click)="unfolded.set(!unfolded())">
      <mat-icon svgIcon="more_horiz" /> {{ quote().words }}
    </button>
    @if (unfolded() && quote().text !== '') {
      <p class="quoted" dir="auto">{{ quote().text }}</p>
    }
  `,
  styleUrl: './quote-fold.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuoteFold {
  readonly quote = input.required<Quote>();
  readonly unfolded = model(false);
}
