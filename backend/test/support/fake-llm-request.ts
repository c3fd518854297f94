/** What the fake needs of a request of chat completions, once it has been found to be in order. */
export interface ChatRequest {
  readonly model: string;
  /** The system message. */
  readonly instructions: string;
  /** The user message. */
  readonly ticket: string;
  /** The values that the schema allows, by property path such as `category.value`. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
  readonly body: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * Reads a request as strictly as OpenAI does with structured output.
 *
 * @throws Error saying what is wrong with it.
 */
export function readChatRequest(body: unknown): ChatRequest {
  const request = object(body, 'the body');
  const { model, messages, response_format: format, max_completion_tokens: maxTokens } = request;
  if (typeof model !== 'string' || model === '') throw new Error('model is missing');
  if (typeof maxTokens !== 'number' || maxTokens < 1) throw new Error('max_completion_tokens is missing');
  const { type, json_schema: jsonSchema } = object(format, 'response_format');
  if (type !== 'json_schema') throw new Error('response_format.type must be json_schema');
  const { name, strict, schema } = object(jsonSchema, 'json_schema');
  if (typeof name !== 'string' || !/^[\w-]{1,64}$/.test(name)) throw new Error('json_schema.name is not valid');
  if (strict !== true) throw new Error('json_schema.strict must be true');
  const enums: Record<string, readonly string[]> = {};
  checkSchema(object(schema, 'schema'), [], enums);
  return { model, instructions: message(messages, 'system'), ticket: message(messages, 'user'), enums, body: request };
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
