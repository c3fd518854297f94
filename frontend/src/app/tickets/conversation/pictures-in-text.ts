/** What those who attach files have to know of the pictures in a text. Provided where pictures may stand in it. */
export abstract class PicturesInText {
  /** Whether the text shows it. Reads signals. */
  abstract isShown(name: string): boolean;

  /** Sends pictures on their way and gives what the text shall name them by. */
  abstract add(ticket: number, files: readonly File[]): string[];
}
