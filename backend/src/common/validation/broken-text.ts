/**
 * The field of a decoded body, like `changes.title`, whose text or name holds half of a surrogate pair; `body` when that
 * is the text itself, null when there is none. Does not call itself for each level.
 */
export function brokenField(body: unknown): string | null {
  const left: { readonly path: string; readonly value: unknown }[] = [{ path: '', value: body }];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { path, value } = next;
    if (typeof value === 'string' && !value.isWellFormed()) return path || 'body';
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, inside] of Object.entries(value)) {
      if (!name.isWellFormed()) return path || 'body';
      left.push({ path: path === '' ? name : `${path}.${name}`, value: inside });
    }
  }
  return null;
}
