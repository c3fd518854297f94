import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { Priority } from '../api/model';
import { PriorityIcon } from './priority-icon';
import { PRIORITY_LABELS } from './vocabulary';

/** The icon, then the word; critical alone is a filled shape. */
@Component({
  selector: 'desk-priority-tag',
  imports: [PriorityIcon],
  template: `<desk-priority-icon [value]="value()" /><span class="word">{{ label() }}</span>`,
  styleUrls: ['./tag.scss', './priority-tag.scss'],
  host: { '[class]': 'value()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriorityTag {
  readonly value = input.required<Priority>();
  protected readonly label = computed(() => PRIORITY_LABELS[this.value()]);
}
