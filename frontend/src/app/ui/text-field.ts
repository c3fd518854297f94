import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  type ElementRef,
  booleanAttribute,
  effect,
  inject,
  input,
  numberAttribute,
  signal,
  viewChild,
} from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField, MatHint } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { errorWords } from './field-message';

let ids = 0;

/** A text that a person writes: the label above the outline, what is wrong with it below. */
@Component({
  selector: 'desk-text-field',
  imports: [MatError, MatFormField, MatHint, MatIcon, MatInput, ReactiveFormsModule],
  template: `
    <label class="field-label" [for]="id">{{ label() }}</label>
    <mat-form-field appearance="outline" subscriptSizing="dynamic">
      @if (rows() > 1) {
        <textarea #box matInput [id]="id" [formControl]="control()" [rows]="rows()"></textarea>
      } @else {
        <input
          #box
          matInput
          spellcheck="false"
          autocapitalize="off"
          autocomplete="off"
          [id]="id"
          [formControl]="control()"
          [readonly]="readonly()"
        />
      }
      @if (message(); as words) {
        <mat-error><mat-icon class="icon-16" svgIcon="error" />{{ words }}</mat-error>
      }
      @if (hint()) {
        <mat-hint>{{ hint() }}</mat-hint>
      }
    </mat-form-field>
  `,
  styles: `
    :host {
      display: block;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TextField {
  private readonly destroyed = inject(DestroyRef);
  readonly label = input.required<string>();
  readonly control = input.required<FormControl<string>>();
  readonly hint = input('');
  readonly rows = input(1, { transform: numberAttribute });
  readonly readonly = input(false, { transform: booleanAttribute });

  protected readonly id = `desk-text-field-${ids++}`;
  // Told again even when the words are the same: whether they are shown depends on more than them.
  protected readonly message = signal('', { equal: () => false });
  private readonly box = viewChild.required<ElementRef<HTMLElement>>('box');

  constructor() {
    effect(() => {
      const control = this.control();
      control.events
        .pipe(takeUntilDestroyed(this.destroyed))
        .subscribe(() => this.message.set(errorWords(control, this.label())));
      this.message.set(errorWords(control, this.label()));
    });
  }

  focus(): void {
    this.box().nativeElement.focus();
  }
}
