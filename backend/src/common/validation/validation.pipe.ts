import { type ArgumentMetadata, ValidationPipe, type ValidationError } from '@nestjs/common';
import { DomainError, type FieldError, ValidationFailed } from '../problems/domain-error.ts';
import { isNestedDeeperThan } from './input-size.ts';

/** No body of this API needs half of it; reading one calls itself for each level, and the stack is finite. */
const DEEPEST = 16;

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
  min: 'too_small',
  max: 'too_large',
  isUuid: 'not_a_uuid',
};

/**
 * Checks what comes in against its DTO: unknown fields are refused, and each wrong field is told with the first rule it
 * breaks. Rules are checked from the one nearest the field upwards.
 */
export function validationPipe(): ValidationPipe {
  return new ShallowValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => new ValidationFailed(errors.flatMap((error) => fieldErrors(error))),
  });
}

class ShallowValidationPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'body' && isNestedDeeperThan(DEEPEST, value)) {
      throw new DomainError('bad_request', 'The body is nested too deeply.');
    }
    return super.transform(value, metadata);
  }
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
