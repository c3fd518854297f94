import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsInt, Max, Min, ValidateBy } from 'class-validator';
import { CommaSeparated, Omittable } from '../../common/validation/choice.decorator.ts';

export const TICKET_NUMBERS_MAX = 100;

const message = 'Id takes numbers of tickets.';

/** Numbers of tickets in the query, in any number up to a hundred; may be left out. */
export function TicketNumbers(): PropertyDecorator {
  return applyDecorators(
    Omittable(),
    // From below: first split, then read the numbers.
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(toNumber) : value)),
    CommaSeparated(),
    Max(Number.MAX_SAFE_INTEGER, { each: true, message }),
    Min(1, { each: true, message }),
    IsInt({ each: true, message }),
    ArrayMaxSize(TICKET_NUMBERS_MAX, { message: `Id takes at most ${String(TICKET_NUMBERS_MAX)} numbers.` }),
  );
}

/** The number of the ticket around which a page lies, in the place of a cursor; may be left out. */
export function AroundTicket(): PropertyDecorator {
  const one = 'Around must be the number of a ticket.';
  return applyDecorators(
    Omittable(),
    Transform(({ value }: { value: unknown }) => toNumber(value)),
    ValidateBy({
      name: 'around',
      validator: {
        validate: (_, about) => (about?.object as { cursor?: unknown } | undefined)?.cursor === undefined,
        defaultMessage: () => 'A page goes on after a cursor or lies around a ticket, not both.',
      },
    }),
    Max(Number.MAX_SAFE_INTEGER, { message: one }),
    Min(1, { message: one }),
    IsInt({ message: one }),
  );
}

function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
}
