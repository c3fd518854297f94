import { ChangeDetectionStrategy, Component, computed, input, output, viewChild } from '@angular/core';
import { type FormControl, ReactiveFormsModule } from '@angular/forms';
import { MatError, MatFormField, MatSuffix } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatOption, MatSelect, MatSelectTrigger } from '@angular/material/select';
import { WRONG_WHEN_SAID, fieldMessage } from './field-message';
import { fieldValue } from './field-value';
import { type FieldOrigin, OriginMark } from './origin-mark';
import { ValueTag } from './value-tag';
import type { ValueOption } from './vocabulary';

let ids = 0;

/**
 * A form field that chooses one value of the vocabulary; its outline and its mark say who chose it. What stands in it is
 * shown between its name and the field.
 */
@Component({
  selector: 'desk-value-select',
  imports: [
    MatError,
    MatFormField,
    MatIcon,
    MatOption,
    MatSelect,
    MatSelectTrigger,
    MatSuffix,
    OriginMark,
    ReactiveFormsModule,
    ValueTag,
  ],
  templateUrl: './value-select.html',
  styleUrl: './value-select.scss',
  host: { '[class.from-desk]': "origin() === 'desk'", '[class.from-you]': "origin() === 'you'" },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ValueSelect<T extends string> {
  readonly label = input.required<string>();
  /** Holds the chosen value; '' while nothing is chosen. Its errors are sentences. */
  readonly control = input.required<FormControl<T | ''>>();
  readonly options = input.required<readonly ValueOption[]>();
  readonly origin = input<FieldOrigin | null>(null);
  readonly placeholder = input('Choose');
  /** What it means to choose nothing, offered first; without it something must be chosen. */
  readonly none = input<string | null>(null);
  /** The id of what explains the value, read after its name. */
  readonly describedBy = input<string | null>(null);
  /** A person chose a value here; a value set by the program stays silent. */
  readonly picked = output<T>();

  /** The choices are shown. */
  readonly opened = output();

  private readonly select = viewChild.required(MatSelect);
  protected readonly matcher = WRONG_WHEN_SAID;
  protected readonly message = fieldMessage(this.control);
  protected readonly labelId = `desk-value-select-${ids++}`;
  private readonly value = fieldValue(this.control, undefined);
  protected readonly chosen = computed(() => this.options().find((option) => option.value === this.value()));

  focus(): void {
    this.select().focus();
  }
}
