import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { type FieldError, ValidationFailed } from '../problems/domain-error.ts';
import { type InputSize, excessOf } from './input-size.ts';
import { rememberRules } from './remembered-rules.ts';

rememberRules();

/**
 * What anybody may have the pipe look at. Its work grows with each field and item, faster than their number, and it calls
 * itself for each level. The largest honest body, a list of 1,000 ids or keys, needs half of it.
 */
const LIMITS: InputSize = { fields: 100, items: 2_000, depth: 16 };

const EXCESS: Record<keyof InputSize, (limits: InputSize) => { readonly code: string; readonly words: string }> = {
  fields: ({ fields }) => ({ code: 'too_many_fields', words: `has more than ${fields.toLocaleString('en')} fields` }),
  items: ({ items }) => ({ code: 'too_many_items', words: `lists more than ${items.toLocaleString('en')} values` }),
  depth: () => ({ code: 'nested_too_deeply', words: 'is nested too deeply' }),
};

/** class-validator's names for rules, in the words of the API. */
const CODES: Record<string, string> = {
  isString: 'not_text',
  isArray: 'not_a_list',
  isObject: 'not_an_object',
  isBoolean: 'not_a_boolean',
  maxLength: 'too_long',
  arrayMaxSize: 'too_many',
  arrayNotEmpty: 'empty',
  whitelistValidation: 'unknown_field',
  isInt: 'not_an_integer',
  isNumber: 'not_a_number',
  min: 'too_small',
  max: 'too_large',
  isUuid: 'not_a_uuid',
};

/**
 * Checks what comes in against its DTO: what is too large is refused as a whole before anything else is done with it,
 * unknown fields are refused, and each wrong field is told with the first rule it
 * breaks. Rules are checked from the one nearest the field upwards.
 */
export function validationPipe(): ValidationPipe {
  return new BoundedValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => fieldErrors(error))),
  });
}

/** A body that honestly has more fields than others says how many. */
interface WideBody {
  readonly mostFields?: number;
}

class BoundedValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { mostFields } = (metadata.metatype ?? {}) as WideBody;
    if (metadata.type !== 'custom') requireBounded(value, metadata.type, mostFields);
    return super.transform(value, metadata);
  }
}

/**
 * What the pipe does first, for a part of the request that is read without it.
 *
 * @throws ValidationFailed for the part as a whole when it has too many fields or items or is nested too deeply.
 */
export function requireBounded(value: unknown, part: 'body' | 'query' | 'param', fields = LIMITS.fields): void {
  const limits = { ...LIMITS, fields };
  const excess = excessOf(value, limits);
  if (!excess) return;
  const { code, words } = EXCESS[excess](limits);
  throw new ValidationFailed([{ field: part, code, message: `The ${part} ${words}.` }]);
}

function fieldErrors(error: ValidationError, parent = ''): FieldError[] {
  const field = parent + error.property;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => {
    const code = (error.contexts?.[rule] as { code?: string } | undefined)?.code ?? CODES[rule] ?? rule;
    return rule === 'whitelistValidation'
      ? { field, code, message: `There is no field “${error.property}” here.` }
      : { field, code, message };
  });
  return [...own, ...(error.children ?? []).flatMap((child) => fieldErrors(child, `${field}.`))];
}
