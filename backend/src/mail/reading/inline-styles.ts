/** What the style of an element says, by the names of its properties. */
export type Styles = ReadonlyMap<string, string>;

const NOTHING = /^0*(?:\.0*)?(?:px|pt|em|rem|%)?$/;

/** What a style says in the end, in small letters: a later declaration counts, but for one that is important. */
export function stylesOf(style: string): Styles {
  const styles = new Map<string, string>();
  const important = new Set<string>();
  for (const declaration of style.toLowerCase().split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const name = declaration.slice(0, colon).trim();
    const [value = '', ...more] = declaration.slice(colon + 1).split('!');
    if (important.has(name) && more.length === 0) continue;
    if (more.length > 0) important.add(name);
    styles.set(name, value.trim());
  }
  return styles;
}

/** Whether a length or a share is none at all. */
export function isNothing(value: string | undefined): boolean {
  return value !== undefined && value !== '' && NOTHING.test(value);
}
