import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  booleanAttribute,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import type { ErrorStateMatcher } from '@angular/material/core';
import { MatError, MatFormField, MatHint, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { registerIcons } from '../../ui/icons';
import { FIELD_ICONS } from '../account-icon-set';

let ids = 0;

/** One line of text with its label above. A password is hidden until a person wants to see it. */
@Component({
  selector: 'desk-line-field',
  imports: [MatError, MatFormField, MatHint, MatIcon, MatIconButton, MatInput, MatSuffix, ReactiveFormsModule],
  templateUrl: './line-field.html',
  styles: `
    :host {
      display: block;
    }

    .caps {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--desk-warning);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LineField {
  readonly label = input.required<string>();
  readonly control = input.required<FormControl<string>>();
  /** What is wrong with it. */
  readonly error = input<string | null>(null);
  readonly hint = input<string>();
  /** For the browser's memory of names and passwords: both tell it what belongs here. */
  readonly name = input('');
  readonly autocomplete = input('off');
  readonly secret = input(false, { transform: booleanAttribute });
  readonly digits = input(false, { transform: booleanAttribute });

  protected readonly id = `desk-line-field-${ids++}`;
  protected readonly shown = signal(false);
  protected readonly capsLock = signal(false);
  protected readonly matcher: ErrorStateMatcher = { isErrorState: () => this.error() !== null };
  private readonly input = viewChild.required<ElementRef<HTMLInputElement>>('input');

  constructor() {
    registerIcons(FIELD_ICONS);
  }

  focus(): void {
    this.input().nativeElement.focus();
  }

  /** Ready to be typed anew, with nothing lost. */
  select(): void {
    this.focus();
    this.input().nativeElement.select();
  }

  protected watchCapsLock(event: KeyboardEvent): void {
    // What a password manager fills in comes as an event without keys.
    if (this.secret() && event instanceof KeyboardEvent) this.capsLock.set(event.getModifierState('CapsLock'));
  }
}
