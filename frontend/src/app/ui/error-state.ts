import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { ReadableProblem } from '../api/problem-error';

/** Says what failed, what is kept and which request to mention, and offers to try again where that may help. */
@Component({
  selector: 'desk-error-state',
  imports: [MatButton, MatIcon],
  template: `
    <span class="glyph"><mat-icon svgIcon="sync_problem" /></span>
    <h2 class="t-medium">{{ heading() }}</h2>
    <p>
      {{ failed().message }} {{ kept() }}
      @if (failed().requestId; as id) {
        <br />If it happens again, mention request <code>{{ id }}</code>.
      }
    </p>
    <div class="actions">
      @if (failed().mayPass) {
        <button matButton="tonal" type="button" (click)="retry.emit()"><mat-icon svgIcon="replay" />Try again</button>
      }
      <ng-content />
    </div>
  `,
  styleUrl: './state.scss',
  host: { role: 'alert' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ErrorState {
  /** Such as "The tickets could not be loaded". */
  readonly heading = input.required<string>();
  readonly failed = input.required<ReadableProblem>();
  /** A sentence about what is not lost. */
  readonly kept = input('');
  readonly retry = output();
}
