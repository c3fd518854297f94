import { Pipe, type PipeTransform } from '@angular/core';

/** What turns the direction of the letters around it: embeddings, overrides, isolates. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** Letters that run from right to left, and the marks that make others do so. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name, title or label within a sentence that is plain text (a message, a label for screen readers, the title of the
 * page): it runs in its own direction and leaves that of the sentence alone (FSI and PDI of Unicode's bidirectional
 * algorithm), and nothing in it disguises what it is. In markup `dir="auto"` does the same.
 */
export function isolated(text: string): string {
  const plain = text.replace(TURNS, '');
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain;
}

/** `isolated` for templates: `'Actions for ' + (user.display_name | isolated)`. */
@Pipe({ name: 'isolated' })
export class IsolatedPipe implements PipeTransform {
  transform(text: string): string {
    return isolated(text);
  }
}
