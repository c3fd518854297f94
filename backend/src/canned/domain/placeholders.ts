/** What can stand in a canned answer for what is known when it is given; who gives it fills it in. */
export const PLACEHOLDERS = ['customer.name', 'ticket.id', 'ticket.title', 'agent.name'] as const;

/** The names in `{{ }}` that stand for nothing, each once, as they are written. */
export function unknownPlaceholders(text: string): string[] {
  const names = Array.from(text.matchAll(/\{\{([^{}]*)\}\}/g), ([, name = '']) => name.trim());
  return [...new Set(names)].filter((name) => !(PLACEHOLDERS as readonly string[]).includes(name));
}
