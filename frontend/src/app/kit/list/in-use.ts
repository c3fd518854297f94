import { DOCUMENT, Directive, ElementRef, afterEveryRender, computed, inject, signal } from '@angular/core';

/** Tells whether pointer or focus are within: nothing there may move by itself then. */
@Directive({
  selector: '[deskInUse]',
  host: {
    '(pointerenter)': 'pointed.set(true)',
    '(pointerleave)': 'pointed.set(false)',
    '(focusin)': 'focused.set(true)',
    '(focusout)': 'focused.set(isWithin($event.relatedTarget))',
  },
})
export class InUse {
  private readonly document = inject(DOCUMENT);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly pointed = signal(false);
  protected readonly focused = signal(false);

  readonly used = computed(() => this.pointed() || this.focused());

  constructor() {
    // What has the focus may go away, of which no event tells.
    afterEveryRender({ read: () => this.focused() && this.focused.set(this.isWithin(this.document.activeElement)) });
  }

  protected isWithin(target: EventTarget | null): boolean {
    return target instanceof Node && this.host.nativeElement.contains(target);
  }
}
