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
  /^[\s>]*-{2,}(?:\s|&nbsp;)*(?:Original Message|Original Appointment|Replied Message|Ursprüngliche Nachricht|Originalnachricht|Message d['’]origine|Message original|Mensaje original|Messaggio originale|Mensagem original|Oorspronkelijk bericht|Ursprungligt meddelande|Originalmeddelande|Opprinnelig melding|Oprindelig meddelelse|Alkuperäinen viesti|Wiadomość oryginalna|Oryginalna wiadomość|Původní zpráva|Eredeti üzenet|Mesaj original|Исходное сообщение|Пересылаемое сообщение|Оригінальне повідомлення|Orijinal Mesaj|Αρχικό μήνυμα|原始邮件|回复的原邮件|原始郵件|元のメッセージ|원본 메시지|원본 이메일|الرسالة الأصلية|הודעה מקורית)(?:\s|&nbsp;)*-{2,}\s*$/iu;
/** The same of QQ, of desks that ask to be answered above it, and of GroupWise, which tells who wrote and when. */
const FURTHER_SEPARATOR =
  /^(?:-{10,}\s*Original\s*-{10,}|[\s#*-]*(?:please )?(?:type|write) your reply above this line[\s#*-]*|>>>\s.{1,100}\d[:.]\d\d.{0,12}>>>)\s*$/iu;

const FROM = fieldNamed(
  'From|Von|De|Da|Van|Från|Fra|Frå|Frá|Lähettäjä|Od|Feladó|De la|Nuo|No|Saatja|Šalje|От|От кого|Від|Kimden|Gönderen|Από',
  '发件人|寄件者|差出人|보낸 사람|من|از|מאת|จาก|Từ|Dari|प्रेषक',
);
const SENT = fieldNamed(
  'Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviado el|Enviado em|Enviada em|Fecha|Data|Inviato|Verzonden|Skickat|Sendt|Dato|Lähetetty',
  'Wysłano|Odesláno|Odoslané|Dátum|Poslano|Poslato|Elküldve|Trimis|Išsiųsta|Nosūtīts|Saadetud|Enviat|Enviat el|Tarih|Gönderildi',
  'Отправлено|Дата|Надіслано|Изпратено|Στάλθηκε|Ημερομηνία|发送时间|日期|寄件日期|送信日時|日付|보낸 날짜|날짜',
  'تم الإرسال|التاريخ|ارسال شده|تاریخ|נשלח|תאריך|ส่ง|วันที่|Đã gửi|Ngày|Dikirim|Tanggal|भेजा',
);
const TO = fieldNamed(
  'To|An|À|A|Para|Per a|Aan|Till|Til|Vastaanottaja|Do|Komu|Pro|Za|Prima|Címzett|Către|Kam|Adressaat|Kime|Alıcı',
  'Кому|До|Προς|收件人|收件者|宛先|받는 사람|إلى|به|אל|ถึง|Tới|Đến|Kepada|प्रति',
);
/** What a mail is about: people who list where something is from and where it goes have no such line. */
const SUBJECT = fieldNamed(
  'Subject|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|Ämne|Emne|Aihe|Temat|Tema|Tēma|Předmět|Predmet|Tárgy|Zadeva|Efni|Subiect',
  'Тема|Относно|Konu|Θέμα|Assumpte|Teema|主题|主旨|主題|件名|제목|الموضوع|موضوع|נושא|เรื่อง|Chủ đề|Subjek|Perihal|विषय',
);
/** Any field of a form, and so of a mail in any language; a moment in it is when that was sent. */
const FIELD = /^[\s*]*[\p{L}][\p{L}\p{M}' .-]{0,24}\*?\s*[:：]/u;
const MOMENT = /\p{Nd}{4}.{0,40}\p{Nd}[:.]\p{Nd}{2}|\p{Nd}[:.]\p{Nd}{2}.{0,40}\p{Nd}{4}/u;
/** With what heads begin that do not begin with who a mail is from. */
const STARTS = [SENT, TO, SUBJECT] as const;
/** So many lines hold the head of a mail, those that are empty among them. */
export const HEAD_LINES = 8;
const FIELD_MAX = 500;

/** Whether lines, joined by spaces, say that somebody wrote what follows. */
export function saysWhoWrote(line: string): boolean {
  return line.length <= SENTENCE_MAX && WROTE.some((pattern) => pattern.test(line));
}

/** Whether a line stands between what was written and a mail that is quoted whole. */
export function isSeparator(line: string): boolean {
  return line.length <= 200 && (SEPARATOR.test(line) || FURTHER_SEPARATOR.test(line));
}

/**
 * Whether lines are the head of a quoted mail: who it is from, by an address or above a subject, and when it was sent or to whom. A form that
 * somebody filled in tells neither. What does not begin with who it is from is one where it has an address, a subject and a recipient.
 */
export function isQuotedHead(lines: readonly string[]): boolean {
  const [first = ''] = lines;
  if (first.length > FIELD_MAX || !FIELD.test(first)) return false;
  const fields = lines.slice(0, HEAD_LINES).filter((line) => line.length <= FIELD_MAX && FIELD.test(line));
  const from = fields.find((line) => FROM.test(line));
  if (from === undefined || fields.length < 3) return false;
  const tells = (field: RegExp): boolean => fields.some((line) => line !== from && field.test(line));
  if (from !== first)
    return STARTS.some((field) => field.test(first)) && from.includes('@') && tells(SUBJECT) && tells(TO);
  return (from.includes('@') || tells(SUBJECT)) && [SENT, TO, MOMENT].some(tells);
}

function fieldNamed(...names: readonly string[]): RegExp {
  return new RegExp(`^[\\s*]*(?:${names.join('|')})\\s*\\*?\\s*[:：]\\s*\\*?\\s*\\S`, 'iu');
}
