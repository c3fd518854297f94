/** What there is to see of a picture; of one on its way how much of it has left, from 0 to 1. */
export type PictureLook =
  | { readonly kind: 'here'; readonly address: string }
  | { readonly kind: 'coming'; readonly file: string; readonly part: number }
  | { readonly kind: 'failed'; readonly file: string; readonly message: string; readonly mayPass: boolean }
  | { readonly kind: 'gone' };

/** What an editor has to know of the pictures in its text. Both read signals. */
export interface EditorPictures {
  /** The id of what had a name for the time being; of all others the name. */
  idOf(name: string): string;
  lookOf(name: string): PictureLook;
}

/** Of a text that has no files. */
export const NO_PICTURES: EditorPictures = { idOf: (name) => name, lookOf: () => ({ kind: 'gone' }) };

/** Whether somebody has to do something about it. */
export function isAmiss({ kind }: PictureLook): boolean {
  return kind === 'failed' || kind === 'gone';
}

/** A picture in the text, where it stands. */
export interface PictureInText {
  readonly at: number;
  readonly name: string;
  readonly words: string;
  readonly look: PictureLook;
  /** It is what is selected. */
  readonly isPicked: boolean;
}
