import { Directive, ElementRef, effect, inject, input, untracked } from '@angular/core';
import { Notifications } from '../../core/notifications';

/**
 * Shows in a field what the desk has, unless a person is writing there: what they wrote stays, and they are told what others
 * set meanwhile. What they choose themselves beside the field takes the place of what they wrote in it.
 */
@Directive({
  selector: 'input[type=number][deskKeptValue]',
  host: { '(input)': 'writing = true', '(change)': 'send()', '(blur)': 'leave()' },
})
export class KeptValue {
  readonly deskKeptValue = input.required<string | number>();
  /** What the desk has, where the value may be one that the person here has only chosen; null for nothing. */
  readonly deskKeptStored = input<string | number | null>();
  protected writing = false;
  private readonly field = inject<ElementRef<HTMLInputElement>>(ElementRef).nativeElement;
  private readonly notifications = inject(Notifications);
  private shown = '';
  private stored = '';
  /** What they sent last, until something is set. */
  private sent = '';

  constructor() {
    effect(() => {
      const value = String(this.deskKeptValue());
      const stored = this.deskKeptStored();
      untracked(() => this.follow(value, String(stored === undefined ? value : stored)));
    });
  }

  protected send(): void {
    this.writing = !this.field.validity.valid;
    if (!this.writing) this.sent = String(this.field.valueAsNumber);
  }

  /** Nobody is writing any more where it is as it was. */
  protected leave(): void {
    if (this.field.validity.valid && this.field.value === this.shown) this.writing = false;
  }

  private follow(value: string, stored: string): void {
    const { shown, sent } = this;
    const isChosenHere = stored === this.stored;
    this.stored = stored;
    if (value === shown) return;
    this.shown = value;
    this.sent = '';
    if (isChosenHere) this.writing = false;
    if (!this.writing) this.field.value = value;
    else if (value !== sent && value !== this.field.value)
      this.notifications.show(`Another admin set this to ${value}. What you wrote is still here`);
  }
}
