import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  booleanAttribute,
  input,
  numberAttribute,
  signal,
  viewChild,
} from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatIconButton } from '@angular/material/button';
import { MatError, MatFormField, MatHint, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { WRONG_WHEN_SAID, fieldMessage } from './field-message';
import { registerIcons } from './icons';
import { TEXT_FIELD_ICONS } from './text-field-icons';

let ids = 0;

/**
 * A text that a person writes: the label above the outline, what is wrong with it below. A password is hidden until
 * the person wants to see it.
 */
@Component({
  selector: 'desk-text-field',
  imports: [MatError, MatFormField, MatHint, MatIcon, MatIconButton, MatInput, MatSuffix, ReactiveFormsModule],
  templateUrl: './text-field.html',
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
export class TextField {
  readonly label = input.required<string>();
  /** Its errors are sentences. */
  readonly control = input.required<FormControl<string>>();
  readonly hint = input('');
  /** More than one for a text of several lines. */
  readonly rows = input(1, { transform: numberAttribute });
  /** For the browser's memory of names and passwords: both tell it what belongs here. */
  readonly name = input('');
  readonly autocomplete = input('off');
  readonly secret = input(false, { transform: booleanAttribute });
  /** Words of a language, which the browser may check and begin with a capital letter. */
  readonly prose = input(false, { transform: booleanAttribute });
  readonly digits = input(false, { transform: booleanAttribute });

  protected readonly id = `desk-text-field-${ids++}`;
  protected readonly matcher = WRONG_WHEN_SAID;
  protected readonly message = fieldMessage(this.control);
  protected readonly shown = signal(false);
  protected readonly capsLock = signal(false);
  private readonly box = viewChild.required<ElementRef<HTMLInputElement | HTMLTextAreaElement>>('box');

  constructor() {
    registerIcons(TEXT_FIELD_ICONS);
  }

  focus(): void {
    this.box().nativeElement.focus();
  }

  /** Ready to be typed anew, with nothing lost. */
  select(): void {
    this.focus();
    this.box().nativeElement.select();
  }

  protected watchCapsLock(event: KeyboardEvent): void {
    // What a password manager fills in comes as an event without keys.
    if (this.secret() && event instanceof KeyboardEvent) this.capsLock.set(event.getModifierState('CapsLock'));
  }
}
