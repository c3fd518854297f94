/** In characters: fewer are like several languages. */
const ENOUGH = 80;
/** A language is named when it is this much like the likeliest, and no other comes nearer to it than that. */
const LIKELY = 0.85;
const CLEARLY = 0.1;

/** What languages write besides a to z: those that are much alike differ in it. One that is not here writes nothing else. */
const LETTERS: Readonly<Record<string, string>> = {
  azj: 'çəğıöşü',
  bel: 'абвгдеёжзійклмнопрстуўфхцчшыьэюя',
  bos: 'абвгдђежзијклљмнњопрстћуфхцчџшčćđšž',
  bul: 'абвгдежзийклмнопрстуфхцчшщъьюя',
  ces: 'áčďéěíňóřšťúůýž',
  hrv: 'čćđšž',
  hun: 'áéíóöőúüű',
  kaz: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  pol: 'ąćęłńóśźż',
  ron: 'ăâîșşțţ',
  rus: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  srp: 'абвгдђежзијклљмнњопрстћуфхцчџшčćđšž',
  swe: 'åäöé',
  tur: 'âçğıîöşüû',
  ukr: 'абвгґдеєжзиіїйклмнопрстуфхцчшщьюя',
  vie: 'àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ',
};
/** One of these is in any longer text of theirs, and in none of a language that reads like them and is not known: Slovak, Danish. */
const OWN_LETTERS: Readonly<Record<string, RegExp>> = { ces: /[ěřů]/, swe: /å.*[äö]|[äö].*å/ };
const SPECIAL_LETTERS = /[\p{Script=Latin}\p{Script=Cyrillic}]/gu;
const PLAIN_LETTER = /[a-z]/;

/**
 * The language that a text seems to be in, to be told to a person, of those that it is like (1 for the likeliest); null where
 * that would be a guess.
 */
export function namedLanguage(likeness: ReadonlyMap<string, number>, text: string): string | null {
  const [only = null] = likeness.keys();
  // In a script that no other language is written in.
  if (likeness.size <= 1) return only;
  if (text.length < ENOUGH) return null;
  const letters = specialLettersOf(text);
  const possible = [...likeness].filter(([language]) => isWrittenWith(letters, language));
  const [first, second] = possible.toSorted(([, one], [, other]) => other - one);
  if (!first || first[1] < LIKELY) return null;
  return first[1] - (second?.[1] ?? 0) < CLEARLY ? null : first[0];
}

function specialLettersOf(text: string): string[] {
  const letters = new Set(text.toLowerCase().normalize('NFC').match(SPECIAL_LETTERS) ?? []);
  return [...letters].filter((letter) => !PLAIN_LETTER.test(letter));
}

function isWrittenWith(letters: readonly string[], language: string): boolean {
  const alphabet = LETTERS[language] ?? '';
  return (
    letters.every((letter) => alphabet.includes(letter)) && (OWN_LETTERS[language]?.test(letters.join('')) ?? true)
  );
}
