/** What a server sent as a completion, taken out of its envelope. */
export interface Completion {
  /** What each choice says, joined from its parts. */
  readonly texts: readonly string[];
  /** Answers that came decoded already. */
  readonly objects: readonly unknown[];
  /** What the model thought before, where the server tells that apart. */
  readonly thoughts: readonly string[];
  readonly refused: boolean;
  /** The limit of tokens was reached. */
  readonly cutOff: boolean;
}

type Json = Readonly<Record<string, unknown>>;

interface Spoken {
  text: string;
  called: string;
  thought: string;
}

/**
 * Reads a completion in the forms in which servers send it: a message, a delta or a text in each choice; its content as text,
 * in parts or decoded; as the arguments of a tool; a stream of events where none was asked for; a message without choices.
 *
 * @param bodies the body, decoded, or its events one by one.
 */
export function completionIn(bodies: readonly unknown[]): Completion {
  const spoken = new Map<number, Spoken>();
  const objects: unknown[] = [];
  const finishes: unknown[] = [];
  const refusals: unknown[] = [];
  for (const body of bodies.flat().map(record)) {
    const choices = list(body['choices']).map(record);
    const messages = [body['message'], { content: body['output'] ?? body['output_text'] ?? body['response'] }].map(
      record,
    );
    for (const [place, choice] of [...choices, ...messages.map((message) => ({ message }))].entries()) {
      const index = Number(record(choice)['index'] ?? place) || 0;
      const one = spoken.get(index) ?? { text: '', called: '', thought: '' };
      spoken.set(index, one);
      const { message, delta, text, finish_reason: finish } = record(choice);
      finishes.push(finish);
      for (const said of [record(message), record(delta), record({ content: text })]) {
        refusals.push(said['refusal']);
        readContent(said['content'], one, objects);
        readCalls(said, one, objects);
        for (const name of ['reasoning_content', 'reasoning', 'thinking']) one.thought += textOf(said[name]);
      }
    }
  }
  const all = [...spoken.values()];
  return {
    texts: all.flatMap(({ text, called }) => [text, called]).filter((text) => text.trim() !== ''),
    objects,
    thoughts: all.map(({ thought }) => thought).filter((thought) => thought.trim() !== ''),
    refused: finishes.includes('content_filter') || refusals.some((refusal) => textOf(refusal) !== ''),
    cutOff: finishes.includes('length'),
  };
}

/** The bodies in a body: one, or the events of a stream; null when it is neither. */
export function bodiesIn(text: string): unknown[] | null {
  try {
    const body: unknown = JSON.parse(text);
    return [body];
  } catch {
    const lines = text.split('\n').map((line) => line.replace(/^data:/, '').trim());
    const events = lines.filter((line) => line !== '' && line !== '[DONE]' && !/^(event|id|retry)?:/.test(line));
    try {
      return events.length > 0 ? events.map((event) => JSON.parse(event) as unknown) : null;
    } catch {
      return null;
    }
  }
}

function readContent(content: unknown, into: Spoken, objects: unknown[]): void {
  if (Array.isArray(content)) for (const part of content) readPart(part, into, objects);
  else if (typeof content === 'object' && content !== null) objects.push(content);
  else into.text += textOf(content);
}

function readPart(part: unknown, into: Spoken, objects: unknown[]): void {
  const { type, text, content, thinking } = record(part);
  if (/think|reason/.test(textOf(type))) {
    for (const one of [text, thinking, content].flatMap(list1))
      into.thought += textOf(one) || textOf(record(one)['text']);
  } else if (Array.isArray(content)) readContent(content, into, objects);
  else into.text += textOf(part) || textOf(text) || textOf(content);
}

function readCalls({ tool_calls: tools, function_call: call }: Json, into: Spoken, objects: unknown[]): void {
  for (const one of [...list(tools), call].map(record)) {
    const given = record(one['function'])['arguments'] ?? one['arguments'];
    if (typeof given === 'object' && given !== null) objects.push(given);
    else into.called += textOf(given);
  }
}

function record(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function list1(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
