import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Status } from '../api/model';
import { STATUS_ICONS, STATUS_LABELS } from './vocabulary';

/** A circle that fills up as the work does, and the word. */
@Component({
  selector: 'desk-status-tag',
  imports: [MatIcon],
  template: `<mat-icon [svgIcon]="icon()" /><span class="word">{{ label() }}</span>`,
  styleUrl: './tag.scss',
  styles: `
    :host(.in_progress) {
      color: var(--tag-color, var(--mat-sys-on-surface));
    }

    :host(.in_progress) .mat-icon {
      color: var(--tag-glyph-color, var(--mat-sys-primary));
    }

    :host(.resolved) .mat-icon {
      color: var(--tag-glyph-color, var(--desk-success-fill));
    }

    :host(.closed) {
      color: var(--tag-color, var(--desk-quiet));
    }

    :host(.closed) .mat-icon {
      color: var(--tag-glyph-color, var(--desk-quiet));
    }
  `,
  host: { '[class]': 'value()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StatusTag {
  readonly value = input.required<Status>();
  protected readonly icon = computed(() => STATUS_ICONS[this.value()]);
  protected readonly label = computed(() => STATUS_LABELS[this.value()]);
}
