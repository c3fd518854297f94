import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsInt, Max, Min, ValidateBy, ValidateIf } from 'class-validator';
import { isAskedAssignee } from '../domain/asked-assignee.ts';
import { CommaSeparated, Omittable } from '../../common/validation/choice.decorator.ts';

const NUMBER = 'Assignee must be the id of a user, or null.';
const LIST = 'Assignee takes ids of users, me, none and inactive.';

/** Who shall work on a ticket: the id of a user, null for nobody; may be left out. */
export function AssigneeOrNobody(): PropertyDecorator {
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined && value !== null),
    IsInt({ message: NUMBER }),
    Min(1, { message: NUMBER }),
    Max(Number.MAX_SAFE_INTEGER, { message: NUMBER }),
  );
}

/** Whose tickets to list: ids of users, `me`, `none` and `inactive`, in any number up to fifty; may be left out. */
export function Assignees(): PropertyDecorator {
  return applyDecorators(
    Omittable(),
    // From below: first split, then read the numbers.
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(toId) : value)),
    CommaSeparated(),
    ArrayMaxSize(50, { message: 'Assignee takes at most 50 ids.' }),
    ValidateBy(
      { name: 'assignee', validator: { validate: isAskedAssignee, defaultMessage: () => LIST } },
      { each: true, context: { code: 'unknown_value' } },
    ),
  );
}

function toId(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
}
