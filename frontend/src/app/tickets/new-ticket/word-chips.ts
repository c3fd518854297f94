import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { KnownWords } from '../../api/model';
import { countText } from '../../ui/numbers';

/** A few words of a text: dashed those that the desk has seen before, plain those that it has not. */
@Component({
  selector: 'desk-word-chips',
  template: `
    @for (word of words().seen; track word) {
      <li class="seen" dir="auto"><span class="sr">known: </span>{{ word }}</li>
    }
    @for (word of words().unseen; track word) {
      <li dir="auto">{{ word }}</li>
    }
    @if (more(); as count) {
      <li>+{{ count }} more</li>
    }
  `,
  styles: `
    :host {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      min-width: 0;
    }

    li {
      min-width: 0;
      padding: 2px 8px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 6px;
      color: var(--mat-sys-on-surface-variant);
      font: var(--mat-sys-label-medium);
      list-style: none;
      overflow-wrap: anywhere;
    }

    .seen {
      border: 1.5px dashed var(--mat-sys-tertiary);
      background: color-mix(in srgb, var(--mat-sys-tertiary-container) 45%, transparent);
      color: var(--mat-sys-on-surface);
    }
  `,
  host: { role: 'list', 'aria-label': 'Some words of the ticket' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WordChips {
  readonly words = input.required<KnownWords>();

  /** How many words are not shown; '' when all are. */
  protected readonly more = computed(() => {
    const { of, seen, unseen } = this.words();
    const count = of - seen.length - unseen.length;
    return count > 0 ? countText(count) : '';
  });
}
