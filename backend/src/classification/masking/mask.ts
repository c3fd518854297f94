import type { TicketText } from '../../vocabulary/ticket-text.ts';
import { MaskedText } from './masked-text.ts';
import { type OwnPattern, OwnPatterns } from './own-patterns.ts';
import { type SensitivePart, sensitiveParts } from './sensitive-parts.ts';

/** Whether texts are masked before they leave the desk, and what an admin wants masked besides. */
export interface MaskingChoice {
  readonly masking: boolean;
  readonly patterns: readonly OwnPattern[];
}

/** A ticket's text without what must not leave the desk. */
export interface MaskedTicket {
  readonly title: MaskedText;
  readonly description: MaskedText;
}

/**
 * Masks all texts of one question: the same value gets the same placeholder in each of them. No placeholder is one that
 * somebody has written in one of the texts, so that nothing that is written can pass for a value.
 */
export class Mask {
  private readonly own: OwnPatterns;
  private readonly masking: boolean;
  private readonly placeholders = new Map<string, string>();
  private readonly numbers = new Map<string, number>();
  private readonly written: string;

  /** @param texts all that will be masked. */
  constructor({ masking, patterns }: MaskingChoice, texts: readonly TicketText[]) {
    this.masking = masking;
    this.own = new OwnPatterns(patterns);
    const all = texts.map(({ title, description }) => `${title}\n${description}`).join('\n');
    this.written = all.normalize('NFKC').toUpperCase();
  }

  ticket({ title, description }: TicketText): MaskedTicket {
    return { title: this.masked(title), description: this.masked(description) };
  }

  private masked(text: string): MaskedText {
    const parts = this.masking ? sensitiveParts(text, this.own) : [];
    return new MaskedText(text, parts, (part) => this.placeholderOf(part));
  }

  private placeholderOf({ kind, identity }: SensitivePart): string {
    const key = `${kind}\0${identity}`;
    const placeholder = this.placeholders.get(key) ?? this.newPlaceholder(kind);
    this.placeholders.set(key, placeholder);
    return placeholder;
  }

  private newPlaceholder(kind: string): string {
    let placeholder: string;
    do {
      const number = (this.numbers.get(kind) ?? 0) + 1;
      this.numbers.set(kind, number);
      placeholder = `[${kind}_${String(number)}]`;
    } while (this.written.includes(placeholder.slice(1, -1)));
    return placeholder;
  }
}

/** The text that leaves the desk. */
export function textOf({ title, description }: MaskedTicket): TicketText {
  return { title: title.text, description: description.text };
}
