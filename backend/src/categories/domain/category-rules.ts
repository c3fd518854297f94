import { DomainError, ValidationFailed } from '../../common/problems/domain-error.ts';
import type { Category } from '../category.ts';

/** @throws DomainError `category_not_found` */
export function named(key: string, all: readonly Category[]): Category {
  const found = all.find((category) => category.key === key);
  if (!found) throw new DomainError('category_not_found', 'There is no category with this key.');
  return found;
}

/** A category that is not merged bears the label already. */
export function labelTaken(): DomainError {
  return exists('label', 'There is a category with this label already.');
}

/** @throws DomainError `category_exists` when the key is taken. */
export function requireFreeKey(key: string, all: readonly Category[]): void {
  if (all.some((category) => category.key === key)) throw exists('key', 'There is a category with this key already.');
}

/** @throws DomainError `last_category` when no active category would remain. */
export function requireActiveAmong(remaining: readonly Category[]): void {
  if (remaining.some(({ active }) => active)) return;
  throw new DomainError('last_category', 'New tickets need a category: restore or add another one first.');
}

/** @throws ValidationFailed when a category cannot be merged into that one. */
export function requireMergeTarget(key: string, into: string, all: readonly Category[]): void {
  const target = all.find((category) => category.key === into);
  if (!target) throw wrongTarget('unknown_value', 'Into must be the key of a category.');
  if (into === key) throw wrongTarget('same_category', 'A category cannot be merged into itself.');
  if (!target.active) throw wrongTarget('retired_category', 'A category cannot be merged into a retired one.');
}

/** @throws ValidationFailed unless every key is there exactly once. */
export function requireEveryKey(keys: readonly string[], all: readonly Category[]): void {
  const given = new Set(keys);
  if (keys.length === all.length && all.every(({ key }) => given.has(key))) return;
  const message = 'Keys must hold the key of every category, retired ones too, exactly once.';
  throw new ValidationFailed([{ field: 'keys', code: 'incomplete', message }]);
}

function exists(field: 'key' | 'label', message: string): DomainError {
  return new DomainError('category_exists', message, [{ field, code: 'taken', message }]);
}

function wrongTarget(code: string, message: string): ValidationFailed {
  return new ValidationFailed([{ field: 'into', code, message }]);
}
