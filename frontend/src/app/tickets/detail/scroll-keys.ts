import { DOCUMENT, DestroyRef, type ElementRef, type Signal, inject } from '@angular/core';

/** Of the height that shows: a line or two stay in sight. */
const PAGE = 0.875;

/** Where each key leads to. */
const TARGETS: Readonly<Record<string, (scroll: HTMLElement) => number>> = {
  Home: () => 0,
  End: ({ scrollHeight }) => scrollHeight,
  PageDown: ({ scrollTop, clientHeight }) => scrollTop + PAGE * clientHeight,
  PageUp: ({ scrollTop, clientHeight }) => scrollTop - PAGE * clientHeight,
};

/**
 * The keys that scroll a page scroll a part of it, where the page itself has nothing to scroll: while the focus is on the page or
 * the pane around that part. Call it in an injection context.
 */
export function scrollByKeys(pane: Signal<ElementRef<HTMLElement>>, part: Signal<ElementRef<HTMLElement>>): void {
  const page = inject(DOCUMENT);
  const press = (event: KeyboardEvent) => {
    const target = TARGETS[event.key];
    if (!target || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if (event.target !== page.body && event.target !== pane().nativeElement) return;
    const scroll = part().nativeElement;
    if (scroll.scrollHeight <= scroll.clientHeight) return;
    event.preventDefault();
    scroll.scrollTop = target(scroll);
  };
  page.addEventListener('keydown', press);
  inject(DestroyRef).onDestroy(() => page.removeEventListener('keydown', press));
}
