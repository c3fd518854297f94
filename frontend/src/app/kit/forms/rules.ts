import type { AbstractControl, ValidatorFn } from '@angular/forms';
import { characters } from '../../ui/characters';
import { isVisible } from '../../ui/unseen';
import { written } from '../../ui/written';

/** A rule of a text: `wrong` gives what is wrong with it as a sentence, or nothing. Each rule of a field needs a name of its own. */
export function rule(name: string, wrong: (text: string) => string | null | undefined): ValidatorFn {
  return ({ value }: AbstractControl<string>) => {
    const words = wrong(value);
    return words ? { [name]: words } : null;
  };
}

/** Blank counts as empty, and so does what nobody sees. */
export function needed(words: string): ValidatorFn {
  return rule('needed', (text) => (isVisible(text) ? null : words));
}

/** For what is taken as it is, such as a password: white space counts. */
export function filled(words: string): ValidatorFn {
  return rule('filled', (text) => (text === '' ? words : null));
}

/** Counts as the API does; the sentence may name by how many characters the text is too long. */
export function atMost(max: number, words: string | ((by: number) => string), singleLine = true): ValidatorFn {
  return rule('at-most', (text) => {
    const by = characters(written(text, singleLine)) - max;
    if (by <= 0) return null;
    return typeof words === 'string' ? words : words(by);
  });
}

/** A pattern with a sentence that says what it wants. An empty field is another rule's matter. */
export function matching(pattern: RegExp, words: string): ValidatorFn {
  return rule('matching', (text) => (text.trim() === '' || pattern.test(text.trim()) ? null : words));
}
