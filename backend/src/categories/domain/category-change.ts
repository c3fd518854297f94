import type { Category, CategoryPatch } from '../category.ts';

/** What a field was and what it is now, as the audit log keeps it. */
export type Changes = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

/** The category after a patch. One that is restored is merged into none any more: it takes tickets of its own again. */
export function patched(category: Category, { label, description, active }: CategoryPatch): Category {
  return {
    ...category,
    label: label ?? category.label,
    description: description ?? category.description,
    active: active ?? category.active,
    mergedInto: active === true ? null : category.mergedInto,
  };
}

/** The given fields that differ. */
export function changesOf(before: Category, after: Category, fields: readonly (keyof Category)[]): Changes {
  const changed = fields.filter((field) => before[field] !== after[field]);
  return Object.fromEntries(
    changed.map((field) => [field === 'mergedInto' ? 'merged_into' : field, { from: before[field], to: after[field] }]),
  );
}
