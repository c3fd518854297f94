import { DestroyRef, ElementRef, type Signal, inject, signal } from '@angular/core';

export interface Size {
  width: number;
  height: number;
}

/** The size of the component's own element in whole pixels, followed as it changes. Call it in an injection context. */
export function elementSize(): Signal<Size> {
  const size = signal<Size>({ width: 0, height: 0 }, { equal: (a, b) => a.width === b.width && a.height === b.height });
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return;
    const { width, height } = entry.contentRect;
    size.set({ width: Math.floor(width), height: Math.floor(height) });
  });
  observer.observe(inject<ElementRef<HTMLElement>>(ElementRef).nativeElement);
  inject(DestroyRef).onDestroy(() => observer.disconnect());
  return size.asReadonly();
}
