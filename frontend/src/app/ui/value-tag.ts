import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { CategoryTag } from './category-tag';
import { PriorityTag } from './priority-tag';
import { StatusTag } from './status-tag';
import type { ValueOption } from './vocabulary';

/** The tag of any value: priority, status or category. */
@Component({
  selector: 'desk-value-tag',
  imports: [CategoryTag, PriorityTag, StatusTag],
  template: `
    @let it = option();
    @switch (it.kind) {
      @case ('priority') {
        <desk-priority-tag [value]="it.value" />
      }
      @case ('status') {
        <desk-status-tag [value]="it.value" />
      }
      @case ('category') {
        <desk-category-tag [key]="it.value" [label]="it.label" />
      }
    }
  `,
  styles: `
    :host {
      display: inline-flex;
      min-width: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueTag {
  readonly option = input.required<ValueOption>();
}
