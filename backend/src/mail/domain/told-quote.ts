/**
 * What mail programs write for "wrote" above what they quote, in the languages they know. Letters stand before and behind none of them, but
 * in scripts that put no spaces between words.
 */
const WROTE = wordsOf(
  ...['wrote', 'schrieb', 'geschrieben', 'a écrit', 'escribió', 'escribio', 'ha scritto', 'escreveu', 'escreveram'],
  ...['schreef', 'geskryf', 'skrev', 'skrifaði', 'kirjoitti', 'kirjutas', 'rašė', 'rakstīja', 'a scris'],
  ...['napisał', 'napisała', 'napisał(a)', 'napisał/a', 'napisano', 'napisana przez', 'pisze'],
  ...['napsal', 'napsala', 'napsal(a)', 'napísal', 'napísala', 'napísal(a)', 'napisao', 'napisao/la'],
  ...['napisal', 'napisala', 'napisal/-a', 'napisal(a)', 'írta'],
  ...['va escriure', 'ha escrit', 'escribiu', 'idatzi du', 'shkroi', 'ka shkruar', 'yazdı', 'yazıb', 'menulis'],
  ...['ysgrifennodd', 'đã viết', 'viết', 'aliandika', 'sumulat', 'isinulat ni', 'skribis', 'kiteb', 'scríobh', 'yozdi'],
  ...['έγραψε', 'написал', 'написала', 'написал(а)', 'пишет', 'писал', 'писала', 'написав', 'пише', 'напісаў'],
  ...['написа', 'напиша', 'је написао', 'је написала', 'је написао/ла', 'жазды', 'бичсэн', 'գրել է', 'գրեց'],
  ...['დაწერა', 'წერდა'],
  ...['كتب', 'كتبت', 'تمت كتابة ما يلي بواسطة', 'כתב', 'כתבה', 'כתב/ה', 'نوشت', 'نے لکھا', 'ने लिखा'],
  ...['यांनी लिहिले', 'ले लेख्नुभयो'],
  ...['লিখেছেন', 'લખ્યું', 'எழுதியது', 'రాశారు', 'ಬರೆದಿದ್ದಾರೆ', 'എഴുതി', 'ጽፏል'],
);
const WROTE_WITHOUT_SPACES =
  /写道|寫道|书写|のメール|さんは書きました|書きました|님이 작성|에 작성|작성|เขียนว่า|ရေးသားခဲ့သည်|បានសរសេរ|ຂຽນວ່າ/u;
const ENDS_WITH_WROTE = new RegExp(`(?:${WROTE.source}|${WROTE_WITHOUT_SPACES.source})[^\\p{L}\\p{M}\\p{N}]*$`, 'u');

/** A year, or a date in digits. */
const DATE = /(?<!\p{Nd})\p{Nd}{4}(?!\p{Nd})|\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{2}(?!\p{Nd})/u;
const TIME = /(?<![\p{Nd}./-])\p{Nd}{1,2}(?:[:.h時时시点]|\s[hH時时시点]\s?|시\s)\p{Nd}{2}(?!\p{Nd}|[./-]\p{Nd})/u;
const IN_ANGLES = /<[^<>]*>|\([^()@]*@[^()]*\)|\[mailto:[^\]]*\]|\S+@\S+/giu;
/** Whoever tells of themselves wrote it, and no program. */
const MYSELF =
  /(?<![\p{L}'’])(?:I|we|me|us|ich|wir|mir|uns|nous|j['’]ai|m['’]a|io|noi|mi|ci|eu|yo|nos|ik|wij|mij|ons|jag|vi|oss|jeg|meg|minä|me|ja|mi|mnie|nam|я|мы|мне|нам|менi|мені)(?!\p{L})/u;

/** A moment and an address, and nothing else but a name that is quoted, or of words that names begin as. */
const BARE =
  /^(?:\p{Nd}{1,2}[./-]\p{Nd}{1,2}[./-]\p{Nd}{4}|\p{Nd}{4}[./-]\p{Nd}{1,2}[./-]\p{Nd}{1,2}|\p{Nd}{4}年\p{Nd}{1,2}月\p{Nd}{1,2}日)(?:\s?\([^()\s]{1,4}\))?,?\s+\p{Nd}{1,2}:\p{Nd}{2}(?::\p{Nd}{2})?,?\s+(?:"[^"<>]{1,80}"|[\p{Lu}\p{Lt}\p{Lo}][^\s<>]*(?:\s[\p{Lu}\p{Lt}\p{Lo}][^\s<>]*){0,5})\s+<[^\s<>@]+@([^\s<>@]+)>\s?[:：]$/u;

/** The sentences that lead to a quote are no longer. */
const SENTENCE_MAX = 300;

/**
 * Whether a sentence leads to a mail that a program has put below it without marks: it tells the day and the time in the words of a program,
 * or names somebody of the domains that this mail is for. What a person wrote that names an address and a moment is no such sentence.
 */
export function announcesMail(sentence: string, domains: ReadonlySet<string>): boolean {
  if (sentence.length > SENTENCE_MAX) return false;
  const [, domain] = BARE.exec(sentence) ?? [];
  if (domain !== undefined) return domains.has(domain.toLowerCase());
  const words = sentence.replace(IN_ANGLES, ' ');
  return saysWrote(words) && endsSo(sentence, words) && DATE.test(words) && TIME.test(words) && !MYSELF.test(words);
}

function saysWrote(words: string): boolean {
  return WROTE.test(words) || WROTE_WITHOUT_SPACES.test(words);
}

/** With a colon; some programs leave that out, and end with the word. */
function endsSo(sentence: string, words: string): boolean {
  return /[:：]$/u.test(sentence) || ENDS_WITH_WROTE.test(words);
}

function wordsOf(...words: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words.map(literally).join('|')})(?![\\p{L}\\p{M}])`, 'u');
}

function literally(word: string): string {
  return word.replace(/[()/]/g, '\\$&');
}
