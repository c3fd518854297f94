const TICKET_NUMBER = /#\s?([1-9]\d{0,14})(?!\d)/;
const IN_BRACKETS = /^.*\[\s*#\s?([1-9]\d{0,14})\s*\]/s;
const ANSWER =
  /^\s*(?:(?:re|aw|antw|sv|vs|odp|ynt|res|rif|r|fwd?|wg|tr|rv|enc|i|vl|pd|απ|σχετ|vá|[iİ]lt|bls|trl|atb|отв|ответ|доп|回复|答复|转发|回覆|轉寄|返信|転送|답장|전달)(?:\s*\[\d+\])?\s*[:：]\s*)+/iu;

/**
 * The number of a ticket in a subject: the last one as the desk writes it, `[#123]`, as a title may hold others, or else the first
 * `#123`; null where there is none.
 */
export function ticketInSubject(subject: string): number | null {
  const [, number] = IN_BRACKETS.exec(subject) ?? TICKET_NUMBER.exec(subject) ?? [];
  return number === undefined ? null : Number(number);
}

/** A subject without the signs of answers and forwards before it, such as `Re: AW: `. */
export function bareSubject(subject: string): string {
  return subject.replace(ANSWER, '').trim();
}
