import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  input,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Banner } from '../../ui/banner';
import { focusField } from './focus-field';
import type { FieldConflict } from './overtaken-form';

/** A field that two people changed, in words. */
export interface OvertakenField<Field extends string = string> {
  readonly conflict: FieldConflict<Field>;
  /** What it is called within a sentence: "title". */
  readonly name: string;
  /** The value that the other one gave it; '' for none. */
  readonly theirs: string;
}

/** Conflicts in words: `names` tells what each field is called, `words` what stands for a value that says nothing to people. */
export function overtakenFields<Field extends string>(
  conflicts: readonly FieldConflict<Field>[] | null | undefined,
  names: Readonly<Record<Field, string>>,
  words: (conflict: FieldConflict<Field>) => string = ({ theirs }) => theirs,
): readonly OvertakenField<Field>[] | undefined {
  return conflicts?.map((conflict) => ({ conflict, name: names[conflict.field], theirs: words(conflict) }));
}

/**
 * Says at the top of a form that somebody was faster, and offers what they chose; what was typed stays in the fields below.
 * Each of those stands in an element that names it (see `focusField`).
 */
@Component({
  selector: 'desk-overtaken-fields',
  imports: [Banner, MatButton],
  template: `
    <desk-banner>
      {{ what() }} was changed in the meantime. What you typed is kept; save it and it stands.
    </desk-banner>
    @if (fields().length > 0) {
      <ul>
        @for (one of fields(); track one.conflict.field) {
          <li>
            <span class="small"
              >The {{ one.name }} is now <b dir="auto">{{ one.theirs || 'empty' }}</b></span
            >
            <button matButton class="button-small" type="button" (click)="leave(one)">Leave it so</button>
          </li>
        }
      </ul>
    }
  `,
  styleUrl: './overtaken-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OvertakenFields<Field extends string> {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  /** What the form is over, to begin a sentence: "This ticket". */
  readonly what = input.required<string>();
  readonly fields = input.required<readonly OvertakenField<Field>[]>();
  /** The person takes what the other one chose. */
  readonly left = output<OvertakenField<Field>>();

  protected leave(one: OvertakenField<Field>): void {
    this.left.emit(one);
    // The button is gone then: the person goes on where that value stands.
    afterNextRender(() => focusField(this.host, one.conflict.field), { injector: this.injector });
  }
}
