/** A drawn line has its key in this attribute. */
const LINE_KEY = 'data-line';

/** The key of the line that an element is in; null outside of lines. */
export function keyOfLine(element: Node | null): string | null {
  const nearest = element instanceof Element ? element : element?.parentElement;
  return nearest?.closest(`[${LINE_KEY}]`)?.getAttribute(LINE_KEY) ?? null;
}

/** The drawn line of a key, within a column. */
export function lineOfKey(column: Element, key: string): HTMLElement | null {
  const line = [...column.children].find((child) => child.getAttribute(LINE_KEY) === key);
  return line instanceof HTMLElement ? line : null;
}
