import type { Size } from '../../element-size';

/** Gives whatever is observed one size, at once: the simulated browser of the specs lays nothing out. */
export class FakeResizeObserver {
  private static size: Size = { width: 0, height: 0 };

  constructor(private readonly callback: ResizeObserverCallback) {}

  static install(size: Size): void {
    FakeResizeObserver.size = size;
    globalThis.ResizeObserver = FakeResizeObserver;
  }

  observe(target: Element): void {
    const { width, height } = FakeResizeObserver.size;
    const contentRect = { x: 0, y: 0, top: 0, left: 0, right: width, bottom: height, width, height } as DOMRectReadOnly;
    const entry = { target, contentRect, borderBoxSize: [], contentBoxSize: [], devicePixelContentBoxSize: [] };
    this.callback([entry], this);
  }

  unobserve(): void {
    // One size for ever.
  }

  disconnect(): void {
    // One size for ever.
  }
}
