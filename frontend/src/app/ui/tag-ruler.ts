import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { elementSize } from './element-size';

/** Icon and gap of a tag. */
const BESIDE_THE_WORD_PX = 24;

/** Measures tags that a column has to hold, without their being seen or heard, or found as text of the page. */
@Component({
  selector: 'desk-tag-ruler',
  template: `
    @for (word of words(); track word) {
      <i [attr.data-word]="word"></i>
    }
  `,
  styles: `
    :host {
      position: absolute;
      display: grid;
      width: max-content;
      font: var(--tag-font, var(--mat-sys-body-small));
      font-weight: var(--tag-weight, 450);
      white-space: nowrap;
      visibility: hidden;
    }

    i {
      height: 0;
      overflow: hidden;
      font-style: normal;
    }

    i::before {
      content: attr(data-word);
    }
  `,
  host: { 'aria-hidden': 'true' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TagRuler {
  readonly words = input.required<readonly string[]>();

  private readonly size = elementSize();
  /** What the longest of them takes with its icon, in pixels; 0 before there is one. */
  readonly width = computed(() => (this.size().width > 0 ? this.size().width + 1 + BESIDE_THE_WORD_PX : 0));
}
