import { francAll } from 'franc-min';
import type { LanguageLikeness } from './domain/languages.ts';

/** In letters. Less than that may be of any language. */
const SHORTEST = 24;
/** Reading on changes nothing. */
const LONGEST = 600;

/** By the frequencies of three letters in a row, as franc counts them: 82 languages, by their ISO 639-3 codes. */
export const languageLikeness: LanguageLikeness = (text) =>
  new Map(francAll(text.slice(0, LONGEST), { minLength: SHORTEST }).filter(([language]) => language !== 'und'));
