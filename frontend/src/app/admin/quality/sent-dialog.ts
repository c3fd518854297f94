import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogClose,
  MatDialogContent,
  MatDialogTitle,
} from '@angular/material/dialog';
import { lastValue } from '../../api/last-value';
import { LlmDataApi } from '../../api/llm-data-api';
import { readableProblem } from '../../api/problem-error';
import { ErrorState } from '../../ui/error-state';
import { Moment } from '../../ui/moment';
import { Skeleton } from '../../ui/skeleton';
import { callWords, goneWords, messagesOf } from './sent-words';

/** The suggestion that is asked about, and the number of its ticket. */
export interface AskedSuggestion {
  readonly suggestion: string;
  readonly ticket: number;
}

/** What an LLM was sent for a suggestion, as it was sent, and its answers, as they came. */
@Component({
  selector: 'desk-sent-dialog',
  imports: [
    ErrorState,
    MatButton,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    Moment,
    Skeleton,
  ],
  template: `
    <h2 mat-dialog-title tabindex="-1">What was sent for #{{ asked.ticket }}</h2>
    <mat-dialog-content tabindex="0" role="region" aria-label="What was sent, and what came back">
      @if (calls(); as all) {
        @for (call of all; track $index) {
          <section>
            <h3 class="t-medium">{{ call.model }}, <desk-moment [at]="call.at" /></h3>
            <p class="small">{{ call.words }}</p>
            @if (call.messages; as messages) {
              @for (message of messages; track $index) {
                <h4 class="small">Sent: {{ message.role }}</h4>
                <pre dir="auto">{{ message.text }}</pre>
              }
              <h4 class="small">Came back</h4>
              @if (call.answer === null) {
                <p>No answer.</p>
              } @else {
                <pre dir="auto">{{ call.answer }}</pre>
              }
            } @else {
              <p>{{ call.gone }}</p>
            }
          </section>
        } @empty {
          <p>No call of an LLM is kept for this suggestion.</p>
        }
      } @else if (problem(); as failure) {
        <desk-error-state heading="What was sent could not be loaded" [failed]="failure" (retry)="answer.reload()" />
      } @else {
        <p class="sr" role="status">Loading what was sent</p>
        @for (width of ['40%', '92%', '84%', '88%']; track $index) {
          <desk-skeleton [width]="width" />
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions>
      <button matButton="filled" type="button" mat-dialog-close>Close</button>
    </mat-dialog-actions>
  `,
  styleUrls: [
    '../../kit/dialogs/dialog.scss',
    '../../kit/dialogs/dialog-actions.scss',
    '../../kit/dialogs/as-it-came.scss',
  ],
  styles: `
    section {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      gap: 8px;
    }

    section + section {
      padding-top: 16px;
      border-top: 1px solid var(--desk-hairline);
    }

    h3 {
      color: var(--mat-sys-on-surface);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SentDialog {
  protected readonly asked = inject<AskedSuggestion>(MAT_DIALOG_DATA);
  protected readonly answer = inject(LlmDataApi).sent(this.asked.suggestion);
  private readonly sent = lastValue(this.answer);
  protected readonly problem = computed(() => readableProblem(this.answer.error()));
  protected readonly calls = computed(() =>
    this.sent()?.calls.map((call) => ({
      ...{ at: call.at, model: call.model, answer: call.answer, words: callWords(call) },
      messages: call.sent && messagesOf(call.sent),
      gone: goneWords(call, Date.now()),
    })),
  );
}
