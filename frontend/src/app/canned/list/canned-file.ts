/** The answers that a file holds, as an export gives them; what each is worth is for the API to say. */
export function answersIn(text: string): readonly unknown[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new NoCannedFile('it is no JSON');
  }
  const answers = typeof read === 'object' && read !== null && 'answers' in read ? read.answers : undefined;
  if (!Array.isArray(answers)) throw new NoCannedFile('it holds no list of answers');
  if (answers.length === 0) throw new NoCannedFile('it holds none');
  return answers;
}

/** What a file is not; the message says why, within a sentence. */
export class NoCannedFile extends Error {}

/** The name of the answer that a field of an import belongs to, "answers.3.text": its name, or its place where it has none. */
export function answerAt(field: string, answers: readonly unknown[]): string | null {
  const place = /^answers\.(\d+)/.exec(field)?.[1];
  if (place === undefined) return null;
  const answer = answers[Number(place)];
  const name = typeof answer === 'object' && answer !== null && 'name' in answer ? answer.name : undefined;
  return typeof name === 'string' && name.trim() !== '' ? name : `number ${Number(place) + 1}`;
}
