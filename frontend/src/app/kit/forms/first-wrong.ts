const TAKES_FOCUS = 'input:not([hidden]), textarea, select, button, [tabindex], [contenteditable]';

/** Puts the focus on the first field, in the order of the page, that something is wrong with. */
export function focusFirstWrong(host: HTMLElement): void {
  const wrong = host.querySelector<HTMLElement>('.ng-invalid:not(form)');
  const field = wrong?.matches(TAKES_FOCUS) ? wrong : wrong?.querySelector<HTMLElement>(TAKES_FOCUS);
  field?.focus();
  // A password cannot be read, so it is typed anew; what was typed is not lost until then.
  if (field instanceof HTMLInputElement && field.autocomplete.endsWith('password')) field.select();
}
