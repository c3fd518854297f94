/** "one of a, b" within a message; a single word stands for itself. */
export function oneOf(choices: readonly string[]): string {
  return choices.length > 1 ? `one of ${choices.join(', ')}` : choices.join('');
}

/** "any of a, b", or "only a". */
export function anyOf(choices: readonly string[]): string {
  return choices.length > 1 ? `any of ${choices.join(', ')}` : `only ${choices.join('')}`;
}
