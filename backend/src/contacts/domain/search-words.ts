import { withoutUnseen } from '../../common/validation/unseen.ts';

/** More words than that nobody types for a person. */
const MOST = 10;

/** The words of a search, each once. */
export function searchWords(search: string): string[] {
  return [...new Set(withoutUnseen(search).split(/[\s,;<>"]+/u))].filter((word) => word !== '').slice(0, MOST);
}
