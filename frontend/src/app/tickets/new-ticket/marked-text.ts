import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { Segment } from './deciding-words';

/** A text with the words marked that decided a suggestion; it stands in a line as the text itself would. */
@Component({
  selector: 'desk-marked-text',
  template: `
    @for (segment of segments(); track $index) {
      @if (segment.decided) {
        <mark [textContent]="segment.text"></mark>
      } @else {
        <span [textContent]="segment.text"></span>
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MarkedText {
  readonly segments = input.required<readonly Segment[]>();
}
