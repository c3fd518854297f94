import { ChangeDetectionStrategy, Component, computed, inject, input, output, viewChildren } from '@angular/core';
import type { Ticket } from '../../api/model';
import { withinSentence } from '../../ui/author';
import { OriginMark } from '../../ui/origin-mark';
import type { Origin } from '../../ui/token';
import type { Picked } from '../../ui/value-menu';
import { ValuePicker } from '../../ui/value-picker';
import type { ValueOrigin } from '../history/value-origin';
import { TicketChoices } from '../ticket-choices';
import { TicketNames } from '../ticket-names';
import { type ValueKind, valueOf } from '../ticket-values';

const ORDER: readonly ValueKind[] = ['status', 'assignee', 'category', 'priority'];

/** Who decided each value; left out where that is not told. */
export type Origins = Partial<Record<ValueKind, ValueOrigin | undefined>>;

/** The values of a ticket that can be changed where they stand. */
@Component({
  selector: 'desk-ticket-fields',
  imports: [OriginMark, ValuePicker],
  template: `
    @for (field of fields(); track field.kind) {
      <div [class]="field.kind">
        <div class="field-label">
          <span aria-hidden="true">{{ field.label }}</span>
          @if (field.mark; as mark) {
            <desk-origin-mark class="end" [origin]="mark.origin" [by]="mark.by" [title]="mark.title" />
          }
        </div>
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
  readonly origins = input<Origins>({});
  readonly changed = output<Picked>();

  private readonly choices = inject(TicketChoices);
  private readonly names = inject(TicketNames);
  private readonly pickers = viewChildren(ValuePicker);

  protected readonly fields = computed(() =>
    ORDER.flatMap((kind) =>
      this.choices
        .all()
        .filter((choice) => choice.kind === kind)
        .map((choice) => {
          const current = valueOf(this.ticket(), kind, this.names);
          const mark = this.mark(this.origins()[kind]);
          return { ...choice, current, options: this.choices.with(choice.options, current), mark };
        }),
    ),
  );

  open(kind: ValueKind): void {
    this.pickers()
      .find((picker) => picker.current().kind === kind)
      ?.open();
  }

  private mark(origin: ValueOrigin | undefined): { origin: Origin; by?: string; title: string } | null {
    if (!origin) return null;
    if (origin.from === 'desk') return { origin: 'desk', title: 'As the desk suggested' };
    const name = withinSentence(this.names.person(origin.person));
    const title = `Chosen by ${name}, not as the desk suggested`;
    return origin.person === this.names.me() ? { origin: 'you', title } : { origin: 'you', by: firstName(name), title };
  }
}

function firstName(name: string): string {
  return name.split(' ')[0] ?? name;
}
