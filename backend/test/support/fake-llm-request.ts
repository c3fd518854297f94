/** What the fake needs of a request of chat completions, once it has been found to be in order. */
export interface ChatRequest {
  readonly model: string;
  /** The system message. */
  readonly instructions: string;
  /** The user message. */
  readonly ticket: string;
  /** The values that the schema allows, or the instructions without one, by property path such as `category.value`. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a request as strictly as OpenAI does: with structured output, with any JSON, which the messages must then ask for,
 * or with none of both; with a limit of tokens under its new or its old name, or none.
 *
 * @throws Error saying what is wrong with it.
 */
export function readChatRequest(body: unknown): ChatRequest {
  const request = object(body, 'the body');
  const { model, messages, response_format: format, max_completion_tokens: maxTokens } = request;
  if (typeof model !== 'string' || model === '') throw new Error('model is missing');
  const limits = [maxTokens, request['max_tokens']].filter((limit) => limit !== undefined);
  if (limits.length > 1) throw new Error('max_tokens and max_completion_tokens exclude each other');
  if (limits.some((limit) => typeof limit !== 'number' || limit < 1)) throw new Error('The limit must be a number');
  const user = message(messages, 'user');
  const instructions = hasSystem(messages) ? message(messages, 'system') : user;
  return {
    ...{ model, instructions, ticket: /<(ticket-\w+)>[^]*<\/\1>/.exec(user)?.[0] ?? user },
    ...{ enums: enumsOf(format, instructions), body: request },
  };
}

function enumsOf(format: unknown, instructions: string): Record<string, readonly string[]> {
  const { type, json_schema: jsonSchema } = format === undefined ? { type: 'text' } : object(format, 'response_format');
  if (type === 'json_schema') {
    const { name, strict, schema } = object(jsonSchema, 'json_schema');
    if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name)) throw new Error('json_schema.name is not valid');
    if (strict !== true) throw new Error('json_schema.strict must be true');
    const enums: Record<string, readonly string[]> = {};
    checkSchema(object(schema, 'schema'), [], enums);
    return enums;
  }
  if (type !== 'text' && type !== 'json_object') throw new Error('response_format.type is not known');
  if (!instructions.includes('JSON')) throw new Error("'messages' must contain the word 'json' in some form");
  return {
    'category.value': [...instructions.matchAll(/^- (\w+) \(/gm)].map(([, key = '']) => key),
    'priority.value': [...instructions.matchAll(/^- (\w+): /gm)].map(([, key = '']) => key),
  };
}

function hasSystem(messages: unknown): boolean {
  return Array.isArray(messages) && messages.some((one: unknown) => object(one, 'a message')['role'] === 'system');
}

function checkSchema(schema: Json, path: readonly string[], enums: Record<string, readonly string[]>): void {
  const where = path.join('.') || 'the root';
  if (schema['type'] === 'object') {
    const properties = object(schema['properties'], `properties of ${where}`);
    if (schema['additionalProperties'] !== false) throw new Error(`additionalProperties must be false at ${where}`);
    const required = JSON.stringify(strings(schema['required'], `required of ${where}`).toSorted());
    if (required !== JSON.stringify(Object.keys(properties).toSorted()))
      throw new Error(`all of ${where} must be required`);
    for (const [key, value] of Object.entries(properties)) checkSchema(object(value, key), [...path, key], enums);
  } else if (path.length === 0) {
    throw new Error('the root must be an object');
  } else if (schema['type'] === 'array') {
    checkSchema(object(schema['items'], `items of ${where}`), [...path, '*'], enums);
  }
  if (schema['enum'] !== undefined) enums[path.join('.')] = strings(schema['enum'], `enum of ${where}`);
}

function message(messages: unknown, role: string): string {
  const found = Array.isArray(messages) ? messages.map((one: unknown) => object(one, 'a message')) : [];
  const content = found.find((one) => one['role'] === role)?.['content'];
  if (typeof content !== 'string' || content === '') throw new Error(`the ${role} message is missing`);
  return content;
}

function object(value: unknown, name: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error(`${name} must be an object`);
  return value as Json;
}

function strings(value: unknown, name: string): string[] {
  const isList = Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
  if (!isList) throw new Error(`${name} must be a list of strings`);
  return value;
}
