/** Held, or pressed on their way to another key. */
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn', 'NumLock'];

export function isModifier(event: KeyboardEvent): boolean {
  return MODIFIERS.includes(event.key);
}
