/**
 * What mail programs write above what they quote, in the languages they know. Each is one line, or several joined by spaces,
 * without what stands around it.
 */
const WROTE: readonly RegExp[] = [
  /^On\s.{4,}\bwrote\s*:$/isu,
  /^.{4,}\bwrote(?: on\b.{4,})?\s*:$/isu,
  /^(?:Am|Von|On)\s.{4,}\b(?:schrieb|geschrieben)\b.{0,200}:$/isu,
  /^Le\s.{4,}\ba écrit\s*:$/isu,
  /^El\s.{4,}\b(?:escribió|escribio).{0,200}:$/isu,
  /^Il\s.{4,}\bha scritto\s*:$/isu,
  /^(?:Em|A)\s.{4,}\b(?:escreveu|escreveram)\b.{0,200}:$/isu,
  /^Op\s.{4,}\b(?:schreef|heeft)\b.{0,200}:$/isu,
  /^(?:Den|På|Am)\s.{4,}\bskrev\b.{0,200}:$/isu,
  /^(?:W dniu|Dnia|.{0,12}\d{4})\s.{4,}\b(?:napisa(?:ł|ła|ł\(a\)|ł\/a|no)|pisze)\s*:?$/isu,
  /^Dne\s.{4,}\bnapsal(?:a|\(a\))?\b.{0,200}:$/isu,
  /^.{4,}\d{4}.{0,120}(?:ezt írta|írta)\b.{0,200}:$/isu,
  /^.{4,}\d{4}.{0,120}\bkirjoitti\s*:$/isu,
  /^.{4,}\d{4}.{0,200}(?:написал|написала|написал\(а\)|пишет|писал|писала|пише|написав|написала)\s*(?:<[^<>]*>)?\s*:$/isu,
  /^.{4,}(?:tarihinde|günü).{0,200}(?:yazdı|şunu yazdı|şöyle yazdı)\s*:$/isu,
  /^Στις\s.{4,}(?:έγραψε)\s*:$/isu,
  /^(?:Vào|Lúc)\s.{4,}(?:đã viết|viết)\s*:$/isu,
  /^Pada\s.{4,}\bmenulis\s*:$/isu,
  /^.{0,200}\d.{4,}(?:写道|寫道|书写|のメール|さんは書きました|書きました|님이 작성|에 작성|작성)\s*[:：]$/su,
  /^.{0,200}\d.{0,200}(?:كتب|כתב|كتبت|כתבה|मे लिखा|ने लिखा|เขียนว่า).{0,200}:?$/su,
];

/** No sentence that says who wrote is longer; the patterns take long for what is. */
const SENTENCE_MAX = 300;

/** Lines between what was written and what a mail program has put below it. */
const SEPARATOR =
  /^[\s>]*-{2,}\s*(?:Original Message|Original Appointment|Ursprüngliche Nachricht|Originalnachricht|Message d'origine|Message original|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Ursprungligt meddelande|Originalmeddelande|Opprinnelig melding|Oprindelig meddelelse|Alkuperäinen viesti|Wiadomość oryginalna|Oryginalna wiadomość|Původní zpráva|Eredeti üzenet|Исходное сообщение|Оригінальне повідомлення|Orijinal Mesaj|Αρχικό μήνυμα|原始邮件|原始郵件|元のメッセージ|원본 메시지|الرسالة الأصلية|הודעה מקורית)\s*-{2,}\s*$/iu;

const FROM =
  /^[\s*]*(?:From|Von|De|Da|Van|Från|Fra|Lähettäjä|Od|Feladó|От|От кого|Від|Kimden|Gönderen|Από|发件人|寄件者|差出人|보낸 사람|من|מאת|จาก|Từ|Dari)\s*\*?\s*[:：]\s*\*?\s*\S/iu;

/** What a mail is about: people who list where something is from and where it goes have no such line. */
const SUBJECT =
  /^[\s*]*(?:Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Ämne|Emne|Aihe|Temat|Předmět|Predmet|Tárgy|Тема|Konu|Θέμα|Subiect|Assumpte|Teema|主题|主旨|主題|件名|제목|الموضوع|נושא|เรื่อง|Chủ đề|Subjek|Perihal)\s*\*?\s*[:：]/iu;

const FIELD = /^[\s*]*[\p{L}][\p{L}\p{M}' .-]{0,24}\*?\s*[:：]/u;

/** Whether lines, joined by spaces, say that somebody wrote what follows. */
export function saysWhoWrote(line: string): boolean {
  return line.length <= SENTENCE_MAX && WROTE.some((pattern) => pattern.test(line));
}

/** Whether a line stands between what was written and a mail that is quoted whole. */
export function isSeparator(line: string): boolean {
  return line.length <= 200 && SEPARATOR.test(line);
}

/** Whether lines are the head of a quoted mail, as Outlook writes it: who it is from, and two fields more; by an address or a subject it is known. */
export function isQuotedHead(lines: readonly string[]): boolean {
  const [first = '', ...more] = lines;
  if (first.length > 500 || !FROM.test(first)) return false;
  const fields = more.slice(0, 5).filter((line) => FIELD.test(line));
  return fields.length >= 2 && (first.includes('@') || fields.some((line) => SUBJECT.test(line)));
}
