export const CATEGORY_KEY = /^[a-z][a-z0-9_]{0,49}$/;

const MAX_LENGTH = 50;

/**
 * A key for a label: `Hardware & Printers` becomes `hardware_printers`, or `hardware_printers_2` where that is taken. A
 * label without Latin letters becomes `category`.
 */
export function keyFor(label: string, taken: readonly string[]): string {
  const base = slug(label);
  for (let number = 1; ; number++) {
    const suffix = number === 1 ? '' : `_${String(number)}`;
    const key = base.slice(0, MAX_LENGTH - suffix.length) + suffix;
    if (!taken.includes(key)) return key;
  }
}

function slug(label: string): string {
  const words = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const name = words.join('_');
  if (name === '') return 'category';
  return /^[a-z]/.test(name) ? name : `category_${name}`;
}
