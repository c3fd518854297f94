import { Directive, ElementRef, effect, inject, input, untracked } from '@angular/core';
import { Notifications } from '../../core/notifications';

/** Shows in a field what the desk has, unless a person is writing there: what they wrote stays, and they are told. */
@Directive({
  selector: 'input[deskKeptValue]',
  host: { '(input)': 'writing = true', '(change)': 'writing = !field.validity.valid' },
})
export class KeptValue {
  readonly deskKeptValue = input.required<string | number>();
  protected readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  protected writing = false;

  constructor() {
    const notifications = inject(Notifications);
    effect(() => {
      const value = String(this.deskKeptValue());
      if (!this.writing) this.field.value = value;
      else if (value !== this.field.value)
        untracked(() => notifications.show(`Another admin set this to ${value}. What you wrote is still here`));
    });
  }
}
