import JSON5 from 'json5';

/** An answer has one object. Prose around it may have some braces, and a hostile text any number. */
const MAX_OPENINGS = 100;
const MAX_DEPTH = 4;
const MAX_READINGS = 100;

/**
 * Every JSON object in a text, decoded, in the order in which they stand there: alone, in code fences, in prose, within
 * another object or list, or as the text of another JSON value. Slips of models that every reader understands are forgiven
 * (JSON5: quotes, commas, comments); what breaks off is no object.
 */
export function readingsOf(text: string): unknown[] {
  const whole = decoded(text.trim());
  if (whole !== undefined) return objectsWithin(whole);
  const found: unknown[] = [];
  let openings = 0;
  for (let at = text.indexOf('{'); at >= 0 && openings < MAX_OPENINGS; openings++) {
    const end = endOfObject(text, at);
    const value = end < 0 ? undefined : decoded(text.slice(at, end));
    if (value !== undefined) found.push(...objectsIn(value, 0));
    at = text.indexOf('{', value === undefined ? at + 1 : end);
  }
  return found.slice(0, MAX_READINGS);
}

/** The objects within a decoded value, the outer before the inner; when there is none, the value. */
export function objectsWithin(value: unknown): unknown[] {
  const objects = objectsIn(value, 0);
  return objects.length > 0 ? objects : [value];
}

function objectsIn(value: unknown, depth: number): unknown[] {
  if (depth > MAX_DEPTH) return [];
  if (typeof value === 'string') {
    // JSON within JSON; only as the whole answer, for within an object a text may quote the ticket.
    const inner = depth === 0 && /^\s*[{[]/.test(value) ? decoded(value) : undefined;
    return inner === undefined ? [] : objectsIn(inner, depth + 1);
  }
  if (typeof value !== 'object' || value === null) return [];
  const inner = Array.isArray(value) ? value : Object.entries(value).map(argumentsDecoded);
  const objects = inner.flatMap((one: unknown) => (typeof one === 'string' ? [] : objectsIn(one, depth + 1)));
  return (Array.isArray(value) ? objects : [value, ...objects]).slice(0, MAX_READINGS);
}

/** What a model writes when it calls a function: the arguments are JSON in a text. */
function argumentsDecoded([name, value]: [string, unknown]): unknown {
  return name === 'arguments' && typeof value === 'string' ? decoded(value) : value;
}

/** The position behind the brace that closes the one at `start`, or -1. */
function endOfObject(text: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  return -1;
}

function decoded(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return decodedLeniently(text);
  }
}

function decodedLeniently(text: string): unknown {
  // Prose is the usual case, and not worth a second try.
  if (!/^[[{]/.test(text)) return undefined;
  try {
    return JSON5.parse(text);
  } catch {
    return undefined;
  }
}
