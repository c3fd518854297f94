import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { categoryIcon } from './vocabulary';

/** Icon and word, never a colour. The word comes from `Categories.label(key)`; where it is cut, the pointer finds it whole. */
@Component({
  selector: 'desk-category-tag',
  imports: [MatIcon],
  template: `<mat-icon [svgIcon]="icon()" /><span class="word" dir="auto">{{ label() }}</span>`,
  styleUrl: './tag.scss',
  styles: `
    .mat-icon {
      color: var(--tag-glyph-color, var(--desk-quiet));
    }
  `,
  host: { '[attr.title]': 'label()' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CategoryTag {
  readonly key = input.required<string>();
  readonly label = input.required<string>();
  protected readonly icon = computed(() => categoryIcon(this.key()));
}
