import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** Words of a ticket that decided its suggestion, where they are named apart from its text: "a, b and c". */
@Component({
  selector: 'desk-quoted-words',
  template: `@for (word of words(); track $index) {
    <q dir="auto">{{ word }}</q>{{ joint($index) }}
  }`,
  styles: `
    q {
      border-bottom: 1.5px dashed var(--mat-sys-tertiary);
      color: var(--mat-sys-on-surface);
      quotes: none;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QuotedWords {
  readonly words = input.required<readonly string[]>();

  /** What stands behind the word at this place. */
  protected joint(index: number): string {
    const behind = this.words().length - 1 - index;
    if (behind === 0) return '';
    return behind === 1 ? ' and ' : ', ';
  }
}
