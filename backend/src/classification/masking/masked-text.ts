import type { SensitivePart } from './sensitive-parts.ts';

/** A placeholder in a masked text, and what it stands for in the original. */
export interface MaskedPart {
  readonly placeholder: string;
  /** Where the placeholder stands in the masked text. */
  readonly at: number;
  /** Where the value stands in the original. */
  readonly start: number;
  readonly end: number;
}

/** A text without what must not leave the desk, which knows the way back by places, not by words. */
export class MaskedText {
  readonly text: string;
  readonly parts: readonly MaskedPart[];
  private readonly original: string;

  constructor(original: string, sensitive: readonly SensitivePart[], placeholderOf: (part: SensitivePart) => string) {
    this.original = original;
    const parts: MaskedPart[] = [];
    let text = '';
    let from = 0;
    for (const part of sensitive) {
      text += original.slice(from, part.start);
      const placeholder = placeholderOf(part);
      parts.push({ placeholder, at: text.length, start: part.start, end: part.end });
      text += placeholder;
      from = part.end;
    }
    this.text = text + original.slice(from);
    this.parts = parts;
  }

  /**
   * An excerpt of the masked text as it stands in the original; null when it is no excerpt. One that begins or ends within
   * a placeholder has the whole value. What only looks like a placeholder is text like any other.
   */
  originalOf(excerpt: string): string | null {
    const at = excerpt === '' ? -1 : this.text.indexOf(excerpt);
    return at < 0 ? null : this.original.slice(this.placeOf(at, 'start'), this.placeOf(at + excerpt.length, 'end'));
  }

  private placeOf(place: number, side: 'start' | 'end'): number {
    let shift = 0;
    for (const { placeholder, at, start, end } of this.parts) {
      const behind = at + placeholder.length;
      if (place < at || (place === at && side === 'end')) break;
      if (place === at && side === 'start') return start;
      if (place < behind) return side === 'start' ? start : end;
      shift = end - behind;
    }
    return place + shift;
  }
}
