import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { CategoryTag } from './category-tag';
import { PersonTag } from './person-tag';
import { PriorityTag } from './priority-tag';
import { StatusTag } from './status-tag';
import type { ValueOption } from './vocabulary';

/** The tag of any value: priority, status, category or person. */
@Component({
  selector: 'desk-value-tag',
  imports: [CategoryTag, PersonTag, PriorityTag, StatusTag],
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
      @case ('assignee') {
        <desk-person-tag [person]="it.person" [name]="it.name" [label]="it.label" [faceOnly]="faceOnly()" />
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
  /** Of a person only the picture: in a column, where there is no room for the name. */
  readonly faceOnly = input(false, { transform: booleanAttribute });
}
