import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Priority } from '../api/model';
import { PRIORITY_ICONS } from './vocabulary';

/** The more urgent, the higher the bars, over a ghost of all three; critical alone is a filled shape. Beside a word. */
@Component({
  selector: 'desk-priority-icon',
  imports: [MatIcon],
  template: `
    @if (value() !== 'critical') {
      <mat-icon class="ghost" svgIcon="signal_cellular_alt" />
    }
    <mat-icon [svgIcon]="icon()" />
  `,
  styles: `
    :host {
      position: relative;
      display: block;
      flex: none;
      width: var(--tag-icon-size, 18px);
      height: var(--tag-icon-size, 18px);
    }

    .mat-icon {
      position: absolute;
      inset: 0;
      width: 100%;
      height: 100%;
    }

    .ghost {
      opacity: 0.28;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PriorityIcon {
  readonly value = input.required<Priority>();
  protected readonly icon = computed(() => PRIORITY_ICONS[this.value()]);
}
