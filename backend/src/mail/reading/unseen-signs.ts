/** Signs that nobody sees, as newsletters put them in hundreds behind the words that a list of mails shows. */
const PADDING = /(?:[\s\u00AD\u200B-\u200D\u2060\uFEFF]|\u034F){10,}/gu;
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]|\u034F/u;

/** A text without runs of signs that nobody sees. */
export function withoutPadding(text: string): string {
  return text.replace(PADDING, (run) => (UNSEEN.test(run) ? (run.includes('\n') ? '\n\n' : ' ') : run));
}
