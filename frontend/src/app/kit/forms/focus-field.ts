/** The keyboard goes on at a field of the form around an element. It stands in an element that names it: `data-field="title"`. */
export function focusField(within: Element, name: string): void {
  const field = within.closest('form')?.querySelector(`[data-field="${name}"]`);
  field?.querySelector<HTMLElement>('input:not([hidden]), textarea, [tabindex], .wide')?.focus();
}
