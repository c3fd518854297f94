import { DOCUMENT, DestroyRef, Injectable, Injector, afterEveryRender, inject } from '@angular/core';
import { PageFocus } from './page-focus';

/** What can have the focus without being a control: panes, headings, dialogs. */
const PLACES = '[tabindex]:not(main)';

/**
 * When what has the focus goes from the page, as a banner does once the line is back, the focus goes to what it stood in:
 * the pane or the dialog, or the heading of the page. So the keyboard and the reading voice go on from there instead of
 * from the top. Who puts the focus elsewhere by themselves comes first.
 */
@Injectable({ providedIn: 'root' })
export class FocusKeeping {
  private readonly document = inject(DOCUMENT);
  private readonly destroyed = inject(DestroyRef);
  private readonly injector = inject(Injector);
  private readonly page = inject(PageFocus);
  /** What had the focus last, and all that it stood in, from the inside out. */
  private held: readonly Element[] = [];

  start(): void {
    const { document } = this;
    const hold = ({ target }: FocusEvent) => (this.held = withAncestors(target));
    // Whoever takes the mouse has left it by themselves.
    const leave = () => (this.held = []);
    document.addEventListener('focusin', hold);
    document.addEventListener('pointerdown', leave, { capture: true });
    this.destroyed.onDestroy(() => {
      document.removeEventListener('focusin', hold);
      document.removeEventListener('pointerdown', leave, { capture: true });
    });
    afterEveryRender({ read: () => this.isLost() && setTimeout(() => this.restore()) }, { injector: this.injector });
  }

  private isLost(): boolean {
    const [last] = this.held;
    const active = this.document.activeElement;
    return last !== undefined && !last.isConnected && (active === null || active === this.document.body);
  }

  private restore(): void {
    if (!this.isLost()) return;
    const place = this.held.find((element) => element.isConnected && element.matches(PLACES));
    this.held = [];
    if (place instanceof HTMLElement) place.focus({ preventScroll: true });
    else this.page.focusMain();
  }
}

function withAncestors(target: EventTarget | null): readonly Element[] {
  const all: Element[] = [];
  for (let at = target instanceof Element ? target : null; at; at = at.parentElement) all.push(at);
  return all;
}
