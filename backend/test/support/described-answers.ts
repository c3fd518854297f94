import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import type { Answer } from './api-client.ts';

/** The part of an OpenAPI document that says how requests are answered. */
export interface DescribedApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
}

type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, object>> }>>;

/** Compares what the API answers with what its own document says of it; a field that the document does not name is a fault. */
export class DescribedAnswers {
  private readonly api: DescribedApi;
  private readonly schemas = new Ajv2020({ strict: false, allErrors: true });

  constructor(api: DescribedApi) {
    this.api = api;
    formats.default(this.schemas);
    this.schemas.addSchema(closed(api) as object, 'api');
  }

  /** What an answer to an operation, like `GET /api/tickets/{id}`, has or lacks against the document. */
  faults(operation: string, { status, headers, body }: Answer<unknown>): readonly string[] {
    const [method = '', path = ''] = operation.split(' ');
    const answer = this.api.paths[path]?.[method.toLowerCase()]?.responses[String(status)];
    if (!answer) return [`${String(status)} is not described`];
    const type = headers.get('content-type')?.split(';', 1)[0];
    const types = Object.keys(answer.content ?? {});
    if (types.length === 0) return body === '' ? [] : [`${String(type)} where no body is described`];
    // A file has the type that its bytes say.
    if (types.includes('application/octet-stream')) return [];
    if (type === undefined || !types.includes(type)) return [`${String(type)} in place of ${types.join(' or ')}`];
    if (!type.endsWith('json')) return [];
    const place = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', type, 'schema'];
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');
    const isRight = this.schemas.compile({ $ref: `api#/${pointer}` });
    if (isRight(body)) return [];
    return (isRight.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${String(message)} ${JSON.stringify(params)}`,
    );
  }
}

/** The same schemas, in which no object has fields but those that are named. */
function closed(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(closed);
  if (typeof node !== 'object' || node === null) return node;
  const made = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isOpen = made['type'] === 'object' && 'properties' in made && !('additionalProperties' in made);
  return isOpen ? { ...made, additionalProperties: false } : made;
}
