import type { Person } from '../../../api/model';

/** What people of the desk are mentioned by, as it is compared. */
export type MentionNames = ReadonlySet<string>;

export const NOBODY: MentionNames = new Set();

/** So many signs are looked at in one note: nobody means more. The API does the same when it tells who is mentioned. */
const SIGNS_MAX = 200;
/** Not the sign within an address. */
const SIGN = /(?<![\p{L}\p{M}\p{N}_.@/+-])@/gu;
/** What a name cannot go on with: "@ada." ends a sentence, "@ada.lovelace" is somebody else. */
const ENDS = /^(?![\p{L}\p{M}\p{N}_]|[.-][\p{L}\p{N}])/u;
/** Where an @ means nobody, or says so by its looks already. */
const ELSEWHERE = 'a, code, pre';

/** Logins and names of people, those who left included: they were mentioned when it was written. */
export function mentionNames(people: readonly Person[]): MentionNames {
  return new Set(people.flatMap(({ username, display_name: name }) => [compared(username), compared(name)]));
}

/** Marks who is mentioned in the text of a note by a class of ours. */
export function markMentions(note: Element, names: MentionNames): void {
  if (names.size === 0) return;
  const longest = Math.max(...Array.from(names, ({ length }) => length));
  let left = SIGNS_MAX;
  for (const text of textsOf(note)) {
    for (const { index } of [...text.data.matchAll(SIGN)].slice(0, left).reverse()) {
      left -= 1;
      const length = nameBehind(text.data.slice(index + 1), names, longest);
      if (length > 0) mark(text, index, length + 1);
    }
  }
}

function textsOf(note: Element): Text[] {
  const walker = note.ownerDocument.createTreeWalker(note, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.includes('@') && !text.parentElement?.closest(ELSEWHERE)) texts.push(text);
  }
  return texts;
}

/** How long the longest name is that a text begins with; 0 for none. */
function nameBehind(text: string, names: MentionNames, longest: number): number {
  // A mark of its own behind a letter makes two of one.
  for (let length = Math.min(text.length, 2 * longest); length > 0; length--) {
    if (names.has(compared(text.slice(0, length))) && ENDS.test(text.slice(length))) return length;
  }
  return 0;
}

function mark(text: Text, at: number, length: number): void {
  const words = text.splitText(at);
  words.splitText(length);
  const span = text.ownerDocument.createElement('span');
  span.className = 'mention';
  words.replaceWith(span);
  span.append(words);
}

/** As people take names for the same. */
function compared(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ');
}
