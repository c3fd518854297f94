import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChildren } from '@angular/core';
import { Categories } from '../../api/categories';
import type { Ticket } from '../../api/model';
import { ValuePicker } from '../../ui/value-picker';
import type { ValueOption } from '../../ui/vocabulary';
import { TicketChoices } from '../ticket-choices';
import { type ValueKind, valueOf } from '../ticket-values';

const ORDER: readonly ValueKind[] = ['status', 'category', 'priority'];

/** The values of a ticket that can be changed where they stand. */
@Component({
  selector: 'desk-ticket-fields',
  imports: [ValuePicker],
  template: `
    @for (field of fields(); track field.kind) {
      <div [class]="field.kind">
        <div class="field-label" aria-hidden="true">{{ field.label }}</div>
        <desk-value-picker
          appearance="field"
          [label]="field.label"
          [current]="field.current"
          [options]="field.options"
          (picked)="changed.emit($event)"
        />
      </div>
    }
  `,
  styleUrl: './ticket-fields.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TicketFields {
  readonly ticket = input.required<Ticket>();
  readonly changed = output<ValueOption>();

  private readonly categories = inject(Categories);
  private readonly choices = inject(TicketChoices);
  private readonly pickers = viewChildren(ValuePicker);

  protected readonly fields = computed(() =>
    ORDER.flatMap((kind) =>
      this.choices
        .all()
        .filter((choice) => choice.kind === kind)
        .map((choice) => {
          const current = valueOf(this.ticket(), kind, (key) => this.categories.label(key));
          return { ...choice, current, options: this.choices.with(choice.options, current) };
        }),
    ),
  );

  open(kind: ValueKind): void {
    this.pickers()
      .find((picker) => picker.current().kind === kind)
      ?.open();
  }
}
