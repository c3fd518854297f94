import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';

const message = 'Id must be the id of a mail.';

/** The id of a mail in the path. */
export class MailIdDto {
  @ApiProperty({ type: 'integer', example: 7, minimum: 1, description: 'The id of the mail.' })
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value,
  )
  @Max(Number.MAX_SAFE_INTEGER, { message })
  @Min(1, { message })
  @IsInt({ message })
  id: number;
}
