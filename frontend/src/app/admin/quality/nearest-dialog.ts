import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { AdminQualityApi } from '../../api/admin-quality-api';
import { lastValue } from '../../api/last-value';
import { readableProblem } from '../../api/problem-error';
import { SimilarList } from '../../tickets/similar/similar-list';
import { ErrorState } from '../../ui/error-state';
import { Skeleton } from '../../ui/skeleton';
import type { AskedSuggestion } from './sent-dialog';

/** The confirmed tickets that were nearest to one when the desk's own model judged it, as they are now. */
@Component({
  selector: 'desk-nearest-dialog',
  imports: [
    ErrorState,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    SimilarList,
    Skeleton,
  ],
  template: `
    <h2 mat-dialog-title tabindex="-1">Nearest tickets of #{{ asked.ticket }}</h2>
    <mat-dialog-content>
      @if (told(); as nearest) {
        @if (nearest.tickets === null) {
          <p>Nobody has looked for them: that is done in the background, a minute or two after a ticket was written.</p>
        } @else if (nearest.tickets.length === 0) {
          <p>No ticket that a person has sorted is like it, or is still there.</p>
        } @else {
          <p>Sorted by people, the nearest first, as they are now.</p>
          <desk-similar-list apart [tickets]="nearest.tickets" />
        }
      } @else if (problem(); as failure) {
        <desk-error-state
          heading="The nearest tickets could not be loaded"
          [failed]="failure"
          (retry)="answer.reload()"
        />
      } @else {
        <p class="sr" role="status">Loading the nearest tickets</p>
        @for (width of ['92%', '84%', '88%']; track $index) {
          <desk-skeleton [width]="width" />
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="filled" type="button" mat-dialog-close>Close</button>
    </mat-dialog-actions>
  `,
  styleUrls: ['../../kit/dialogs/dialog.scss', '../../kit/dialogs/dialog-actions.scss'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class NearestDialog {
  protected readonly asked = inject<AskedSuggestion>(MAT_DIALOG_DATA);
  protected readonly answer = inject(AdminQualityApi).nearest(this.asked.suggestion);
  protected readonly told = lastValue(this.answer);
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
}
