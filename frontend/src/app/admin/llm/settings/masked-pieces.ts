import type { MaskedPreview } from '../../../api/admin-model';

/** A piece of what an LLM reads: a placeholder, or what was written. All pieces together are the text. */
export interface Piece {
  readonly text: string;
  readonly masked: boolean;
}

/** Cuts a masked text at its placeholders, which stand in it in the order of its parts. */
export function piecesOf({ text, parts }: Pick<MaskedPreview, 'text' | 'parts'>): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const { placeholder } of parts) {
    const at = text.indexOf(placeholder, end);
    if (at > end) pieces.push({ text: text.slice(end, at), masked: false });
    pieces.push({ text: placeholder, masked: true });
    end = at + placeholder.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end), masked: false }] : pieces;
}
