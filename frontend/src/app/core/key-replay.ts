/** Those of the keys with a name that can be typed again. */
const NAMED = [
  'ArrowDown',
  'ArrowLeft',
  'ArrowRight',
  'ArrowUp',
  'Backspace',
  'End',
  'Enter',
  'Escape',
  'Home',
  'PageDown',
  'PageUp',
  'Tab',
];
const STOPS =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex]';
/** Inputs without a caret. */
const NO_TEXT = ['button', 'checkbox', 'file', 'image', 'radio', 'reset', 'submit'];

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Whether a key can wait and be typed again later: characters, Enter and its like, Ctrl+Enter; no other combination. */
export function canReplay({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey) return key === 'Enter' && !altKey;
  return key.length === 1 || NAMED.includes(key);
}

export function isTextField(element: EventTarget | null): boolean {
  return isField(element) || (element instanceof HTMLElement && element.isContentEditable);
}

function isField(element: EventTarget | null): element is Field {
  if (element instanceof HTMLInputElement) return !NO_TEXT.includes(element.type);
  return element instanceof HTMLTextAreaElement;
}

/** The same key once more, for what has the focus now. */
export function again(event: KeyboardEvent): KeyboardEvent {
  const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event;
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Material's menus and dialogs read it
  const { keyCode } = event;
  return new KeyboardEvent('keydown', {
    ...{ key, code, keyCode, shiftKey, ctrlKey, metaKey, altKey },
    ...{ bubbles: true, cancelable: true, composed: true },
  });
}

/** What a browser does by itself with a key that a person pressed and nobody else took; it does it for no other. */
export function doAsBrowser(event: KeyboardEvent, element: Element): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Tab') moveOn(element, event.shiftKey ? -1 : 1);
  else if (isField(element)) write(event.key, element);
  else if (isTextField(element)) writeInEditor(event.key, element);
  else if (presses(event.key, element)) (element as HTMLElement).click();
}

function presses(key: string, element: Element): boolean {
  if (key === 'Enter') return element.matches('a[href], button');
  return key === ' ' && element.matches('button, input');
}

function write(key: string, field: Field): void {
  if (key === 'Enter' && field instanceof HTMLInputElement) field.form?.requestSubmit();
  else if (field.readOnly || field.disabled) return;
  else if (key === 'Backspace') replace(field, '', 1);
  else if (key === 'Enter') replace(field, '\n', 0);
  else if (key.length === 1) replace(field, key, 0);
}

/** An editor takes Enter and its like by itself, and characters as what is about to be written. */
function writeInEditor(key: string, element: Element): void {
  if (key.length !== 1) return;
  const about = { inputType: 'insertText', data: key, bubbles: true, cancelable: true };
  element.dispatchEvent(new InputEvent('beforeinput', about));
}

/** In place of what is selected, or, where nothing is, of so many characters before the caret. */
function replace(field: Field, text: string, before: number): void {
  const end = field.selectionEnd ?? field.value.length;
  const start = field.selectionStart ?? end;
  const from = start === end ? Math.max(0, start - before) : start;
  const rest = field.value.length - (end - from);
  if (field.maxLength >= 0 && rest + text.length > field.maxLength) return;
  field.setRangeText(text, from, end, 'end');
  const inputType = text ? 'insertText' : 'deleteContentBackward';
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text || null, inputType }));
}

function moveOn(from: Element, by: number): void {
  const within = from.closest('mat-dialog-container') ?? from.ownerDocument;
  const stops = [...within.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop === from || (stop.tabIndex >= 0 && stop.getClientRects().length > 0),
  );
  stops[stops.indexOf(from as HTMLElement) + by]?.focus();
}
