const LINK = /\S+:\/\/\S+/g;
const WORD = /[\p{L}\p{N}]+/gu;

/** Whether a text says at least half of the words that another has, links aside: then it stands for it. */
export function standsFor(text: string, other: string): boolean {
  const said = wordsOf(text);
  const words = [...wordsOf(other)];
  return words.filter((word) => said.has(word)).length * 2 >= words.length;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.replace(LINK, ' ').toLowerCase().match(WORD));
}
