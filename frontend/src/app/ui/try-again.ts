import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { ReadableProblem } from '../api/problem-error';

/** "Try again" in a banner or a line, where that may help; what was refused for good is not offered once more. */
@Component({
  selector: 'desk-try-again',
  imports: [MatButton],
  template: `
    @if (failed().mayPass) {
      <button matButton class="button-small" type="button" (click)="again.emit()">Try again</button>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TryAgain {
  readonly failed = input.required<Pick<ReadableProblem, 'mayPass'>>();
  readonly again = output();
}
