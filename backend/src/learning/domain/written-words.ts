import type { TicketText } from '../../vocabulary/ticket-text.ts';

interface WrittenWord {
  /** As models know it. */
  readonly plain: string;
  readonly from: number;
  readonly to: number;
}

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** A word that models know as it stands. */
const PLAIN = /^[a-z']+$/;
/** In characters. An excerpt is a few words, not a passage. */
const LONGEST = 80;
/** Where words count as neighbours, only a little stands between them. */
const LONGEST_GAP = 3;

/** The words of a ticket with their places, so that what a model names can be shown as somebody wrote it. */
export class WrittenWords {
  private readonly parts: readonly { readonly text: string; readonly words: readonly WrittenWord[] }[];

  constructor({ title, description }: TicketText) {
    this.parts = [title, description].map((text) => ({ text, words: wordsIn(text) }));
  }

  /** One word, or neighbours with a space between them, as they stand in the ticket; null when they do not stand there. */
  find(named: string): string | null {
    const wanted = named.split(' ');
    for (const { text, words } of this.parts) {
      for (let at = 0; at + wanted.length <= words.length; at += 1) {
        const [first, last] = [words[at], words[at + wanted.length - 1]];
        if (
          first &&
          last &&
          first.plain === wanted[0] &&
          follows(words, at, wanted) &&
          last.to - first.from <= LONGEST
        ) {
          return text.slice(first.from, last.to);
        }
      }
    }
    return null;
  }

  /** Each word of the ticket once, as it stands there first, beside how models know it; without what is longer than an excerpt. */
  *once(): Generator<{ readonly plain: string; readonly excerpt: string }> {
    const told = new Set<string>();
    for (const { text, words } of this.parts) {
      for (const { plain, from, to } of words) {
        if (told.has(plain) || to - from > LONGEST) continue;
        told.add(plain);
        yield { plain, excerpt: text.slice(from, to) };
      }
    }
  }
}

function wordsIn(text: string): WrittenWord[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    plain: PLAIN.test(word) ? word : word.normalize('NFKC').toLowerCase().replaceAll('’', "'"),
    from: index,
    to: index + word.length,
  }));
}

function follows(words: readonly WrittenWord[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((plain, offset) => {
    const [word, before] = [words[at + offset], words[at + offset - 1]];
    if (word?.plain !== plain) return false;
    return offset === 0 || (before !== undefined && word.from - before.to <= LONGEST_GAP);
  });
}
