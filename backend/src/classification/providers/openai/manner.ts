import type { SuggesterFailure } from '../../domain/suggester-failure.ts';
import type { ServerError } from './server-error.ts';

/** How a server is asked: what OpenAI takes, or what others take in its place. */
export interface Manner {
  readonly format: 'json_schema' | 'json_object' | 'none';
  readonly limit: 'max_completion_tokens' | 'max_tokens' | 'none';
  /** Where the instructions stand: in a message of their own, or before the ticket. */
  readonly instructions: 'system' | 'user';
}

type Aspect = keyof Manner;

const OWN: Manner = { format: 'json_schema', limit: 'max_completion_tokens', instructions: 'system' };

/** All manners, the closest to OpenAI's own first. */
const MANNERS: readonly Manner[] = (['system', 'user'] as const).flatMap((instructions) =>
  (['json_schema', 'json_object', 'none'] as const).flatMap((format) =>
    (['max_completion_tokens', 'max_tokens', 'none'] as const).map((limit) => ({ format, limit, instructions })),
  ),
);

/** Those that are tried when a server does not say what it minds; with the last one, nothing is left that it could. */
const BLIND: readonly Manner[] = [
  OWN,
  { ...OWN, limit: 'max_tokens' },
  { ...OWN, format: 'json_object' },
  { ...OWN, format: 'none' },
  { ...OWN, format: 'json_object', limit: 'max_tokens' },
  { ...OWN, format: 'none', limit: 'max_tokens' },
  { ...OWN, format: 'none', limit: 'none' },
  { format: 'none', limit: 'none', instructions: 'user' },
];

const WORDS: Readonly<Record<Aspect, RegExp>> = {
  limit: /max_(completion_|new_)?tokens|max_output_tokens/,
  format:
    /response[_ ]?format|json[_ ]?(schema|object|mode)|structured[_ -]?output|json_validate|generate json|guided|grammar|additional_?properties/,
  instructions:
    /system (role|message|instruction|prompt)|role.{0,20}\bsystem\b|developer instruction|roles? must alternate|messages\W?\d+\W{1,2}role/,
};

/**
 * Which part of a request a server minds: the one that it names; `unknown` when it only says that the request is wrong, so
 * that any may be meant; null when something else is wrong, such as the model.
 */
export function mindedBy({ status, codes, message, param }: ServerError): Aspect | 'unknown' | null {
  if (status !== null && (status === 401 || status === 402 || status === 403 || status === 429)) return null;
  const words = `${param ?? ''} ${codes.join(' ')} ${message}`.toLowerCase();
  const named = (Object.keys(WORDS) as Aspect[]).find((aspect) => WORDS[aspect].test(words));
  if (named) return named;
  return (status === 400 || status === 422 || status === 501) && param === null ? 'unknown' : null;
}

/** Whether a limit is too high, whatever else is said about the length of texts. */
export function mindsLimit({ message }: ServerError): boolean {
  return /max_(completion_)?tokens\b.{0,80}(too (large|high|big)|exceed|at most|less than|must be|greater)/.test(
    message.toLowerCase(),
  );
}

/** The manner in which one server is asked: what has worked is kept for as long as the process lives. */
export class Manners {
  private known = OWN;
  private told = false;

  /** Whether the form of the answer is told in words, since a schema alone was not kept to. */
  get inWords(): boolean {
    return this.told;
  }

  /** Takes note of an answer in another form than the schema's. True when telling the form in words is new. */
  misunderstood({ reason }: SuggesterFailure, { manner }: MannerSearch): boolean {
    if (this.told || manner.format !== 'json_schema' || !['invalid_json', 'schema_mismatch'].includes(reason))
      return false;
    this.told = true;
    return true;
  }

  /** What its server turned out not to take, as it is called in requests. */
  get notTaken(): readonly string[] {
    const { format, limit, instructions } = this.known;
    return [
      ...(format === 'json_schema' ? [] : ['response_format: json_schema']),
      ...(format === 'none' ? ['response_format: json_object'] : []),
      ...(limit === 'max_completion_tokens' ? [] : ['max_completion_tokens']),
      ...(limit === 'none' ? ['max_tokens'] : []),
      ...(instructions === 'system' ? [] : ['system messages']),
    ];
  }

  /** Begins to ask, in the manner that worked last. */
  begin(): MannerSearch {
    return new MannerSearch(this.known, (worked) => {
      this.known = worked;
    });
  }
}

/** The search for a manner that a server takes, within one question. */
export class MannerSearch {
  private readonly tried: Manner[] = [];
  private readonly minded: (readonly [Aspect, string])[] = [];
  private readonly keep: (worked: Manner) => void;
  private now: Manner;

  constructor(first: Manner, keep: (worked: Manner) => void) {
    this.now = first;
    this.keep = keep;
  }

  get manner(): Manner {
    return this.now;
  }

  /** The server took the request. */
  worked(): void {
    this.keep(this.now);
  }

  /** The next manner, after the server minded something about this one. False when none is left. */
  adapt(aspect: Aspect | 'unknown'): boolean {
    this.tried.push(this.now);
    if (aspect !== 'unknown') this.minded.push([aspect, this.now[aspect]]);
    const named = aspect === 'unknown' ? [] : closestTo(this.now, aspect).filter((manner) => !this.isMinded(manner));
    // What a server names in every failure may not be what it minds.
    const next = [...named, ...BLIND].find((manner) => !this.tried.some((one) => same(one, manner)));
    if (next) this.now = next;
    return next !== undefined;
  }

  private isMinded(manner: Manner): boolean {
    return this.minded.some(([aspect, value]) => manner[aspect] === value);
  }
}

/** The manners in which only this aspect is another, then all. */
function closestTo(manner: Manner, aspect: Aspect): readonly Manner[] {
  return [...MANNERS.filter((other) => same({ ...other, [aspect]: manner[aspect] }, manner)), ...MANNERS];
}

function same(one: Manner, other: Manner): boolean {
  return one.format === other.format && one.limit === other.limit && one.instructions === other.instructions;
}
