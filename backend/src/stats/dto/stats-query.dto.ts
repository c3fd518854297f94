import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { isTimeZone } from '../../config/time-zone.ts';

const UNKNOWN = 'Tz must be the IANA name of a time zone, like Europe/Helsinki.';

/** By whose days to count. */
export class StatsQueryDto {
  @ApiPropertyOptional({
    example: 'Europe/Helsinki',
    description: 'The IANA name of the time zone whose days are counted; without it that of the desk (`TIME_ZONE`).',
  })
  @Omittable()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : value))
  @ValidateBy(
    { name: 'timeZone', validator: { validate: isTimeZone, defaultMessage: () => UNKNOWN } },
    { context: { code: 'unknown_value' } },
  )
  tz?: string;
}
