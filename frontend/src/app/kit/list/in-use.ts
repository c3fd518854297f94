import { Directive, ElementRef, computed, inject, signal } from '@angular/core';

/** Tells whether pointer or focus are within: nothing there may move by itself then. */
@Directive({
  selector: '[deskInUse]',
  host: {
    '(pointerenter)': 'pointed.set(true)',
    '(pointerleave)': 'pointed.set(false)',
    '(focusin)': 'focused.set(true)',
    '(focusout)': 'left($event)',
  },
})
export class InUse {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly pointed = signal(false);
  protected readonly focused = signal(false);

  readonly used = computed(() => this.pointed() || this.focused());

  protected left({ relatedTarget }: FocusEvent): void {
    this.focused.set(relatedTarget instanceof Node && this.host.nativeElement.contains(relatedTarget));
  }
}
