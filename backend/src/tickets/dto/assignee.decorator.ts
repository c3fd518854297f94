import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ValidateBy } from 'class-validator';
import { isAskedAssignee } from '../domain/asked-assignee.ts';
import { CommaSeparated, Omittable } from '../../common/validation/choice.decorator.ts';
import { NumberOrNull } from '../../common/validation/number.decorator.ts';

const LIST = 'Assignee takes ids of users, me, none and inactive.';

/** Who shall work on a ticket: the id of a user, null for nobody; may be left out. */
export function AssigneeOrNobody(): PropertyDecorator {
  return NumberOrNull('Assignee must be the id of a user, or null.');
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
