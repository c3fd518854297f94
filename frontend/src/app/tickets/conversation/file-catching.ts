/** A point in the window, in CSS pixels. */
export interface PointInWindow {
  readonly x: number;
  readonly y: number;
}

/** What files do that are pasted into an element or dropped on it. */
export interface FileCatching {
  /** `at` is where they were dropped, in the window. */
  readonly take: (files: readonly File[], at?: PointInWindow) => void;
  /** Whether files are held over it. */
  readonly hover: (over: boolean) => void;
}

/**
 * Takes files that are pasted into an element or dropped on it, before anything in it does. One that is dropped beside it is not
 * opened in place of the page. Until the signal ends it.
 */
export function catchFiles(element: HTMLElement, { take, hover }: FileCatching, signal: AbortSignal): void {
  const first = { capture: true, signal };
  const within = (event: Event) => event.target instanceof Node && element.contains(event.target);
  element.addEventListener(
    'paste',
    (event) => {
      const { files = null, types = [] } = event.clipboardData ?? {};
      // Text that was copied with a picture of itself is text.
      if (!files?.length || types.includes('text/plain')) return;
      stop(event);
      take([...files]);
    },
    first,
  );
  // A picture that is moved within it comes along as a file, too.
  let isMoved = false;
  document.addEventListener('dragstart', (event) => (isMoved = within(event)), first);
  document.addEventListener('dragend', () => (isMoved = false), first);
  const over = (event: DragEvent) => {
    if (isMoved || !event.dataTransfer?.types.includes('Files')) return;
    stop(event);
    event.dataTransfer.dropEffect = within(event) ? 'copy' : 'none';
    hover(within(event));
  };
  document.addEventListener('dragover', over, first);
  document.addEventListener('dragleave', () => hover(false), first);
  document.addEventListener(
    'drop',
    (event) => {
      hover(false);
      if (isMoved || !event.dataTransfer?.types.includes('Files')) return;
      stop(event);
      if (within(event)) take([...event.dataTransfer.files], { x: event.clientX, y: event.clientY });
    },
    first,
  );
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
