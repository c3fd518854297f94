import { modelText } from '../../domain/model-text.ts';
import { objectsWithin, readingsOf } from '../../readings.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import { type Completion, bodiesIn, completionIn } from './completion.ts';
import { ServerRefusal } from './llm-fetch.ts';
import { tellsFailure } from './server-error.ts';

/** Many times what three short reasons per field need. */
const MAX_ANSWER_LENGTH = 16_000;

/** Tells by its failure why a decoded answer is no judgement; null when it is one. */
export type Check = (answer: unknown) => SuggesterFailure | null;

/**
 * The first complete and valid judgement within a body, decoded. What a model says goes before what it thought, and there
 * the newest before the older.
 *
 * @throws ServerRefusal when the body tells of a failure though it came as a success.
 * @throws SuggesterFailure when there is no judgement.
 */
export function answerIn(body: string, check: Check): unknown {
  if (body.trim() === '') throw new SuggesterFailure('empty');
  const bodies = bodiesIn(body.trim());
  if (!bodies) return firstOf(readingsOf(body.slice(0, MAX_ANSWER_LENGTH)), check);
  const completion = completionIn(bodies);
  if (completion.refused) throw new SuggesterFailure('refused');
  const failure = bodies.flatMap(failuresIn)[0];
  if (failure === undefined) return answerOf(completion, bodies, check);
  throw new ServerRefusal(null, new Headers(), JSON.stringify(failure));
}

function answerOf(completion: Completion, bodies: readonly unknown[], check: Check): unknown {
  const { texts, objects, thoughts, cutOff } = completion;
  const parts = texts.map(modelText);
  const said = parts.map((part) => part.said).filter((text) => text.trim() !== '');
  const isEndless = said.some((text) => text.length > MAX_ANSWER_LENGTH);
  if (isEndless) throw new SuggesterFailure('truncated');
  const readings = [...objects.flatMap(objectsWithin), ...texts.flatMap(wholeOf), ...said.flatMap(readingsOf)];
  const thought = [...thoughts, ...parts.flatMap((part) => part.thought)].flatMap((text) =>
    readingsOf(text.slice(-MAX_ANSWER_LENGTH)).toReversed(),
  );
  // Some servers answer with the judgement itself, without any envelope.
  const bare = said.length + objects.length === 0 ? bodies.flatMap(objectsWithin) : [];
  const answer = [...readings, ...thought, ...bare].find((reading) => check(reading) === null);
  if (answer !== undefined) return answer;
  if (cutOff) throw new SuggesterFailure('truncated');
  if (said.length + objects.length === 0) throw new SuggesterFailure('empty');
  return firstOf(readings, check);
}

/** A text that is JSON from end to end, whose own texts may hold what looks like the brackets of thoughts. */
function wholeOf(text: string): unknown[] {
  return /^\s*\{/.test(text) && text.length <= MAX_ANSWER_LENGTH ? readingsOf(text) : [];
}

/** @throws SuggesterFailure of the reading that came closest to a judgement. */
function firstOf(readings: readonly unknown[], check: Check): unknown {
  const failures = readings.map(check);
  const valid = failures.indexOf(null);
  if (valid >= 0) return readings[valid];
  const closest = failures.find((failure) => failure?.reason === 'unknown_value') ?? failures[0];
  throw closest ?? new SuggesterFailure('invalid_json');
}

/** What the body says of a failure: as a whole, or in one of its choices. */
function failuresIn(body: unknown): unknown[] {
  const { choices } = (body ?? {}) as { choices?: unknown };
  const failed = Array.isArray(choices) ? choices.filter((choice: unknown) => tellsFailure(choice)) : [];
  return tellsFailure(body) ? [body] : failed;
}
