import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERRORS_SHOWN } from './domain-error.ts';
import { PROBLEMS } from './problem-catalog.ts';

/** What is wrong with one field. */
export class FieldErrorDto {
  @ApiProperty({ example: 'title', description: 'The field of the request, as it is named there.' })
  field: string;

  @ApiProperty({ example: 'too_long', description: 'For programs.' })
  code: string;

  @ApiProperty({ example: 'Title must be at most 200 characters long.', description: 'For people.' })
  message: string;
}

/** An error, as RFC 9457 describes it (`application/problem+json`). */
export class ProblemDto {
  @ApiProperty({
    format: 'uri-reference',
    example: 'urn:problem:validation_failed',
    description: 'Names the kind of problem.',
  })
  type: string;

  @ApiProperty({ example: 'The request is not valid', description: 'The same for every problem of this kind.' })
  title: string;

  @ApiProperty({
    type: 'integer',
    example: 400,
    minimum: 400,
    maximum: 599,
    description: 'The HTTP status, once more.',
  })
  status: number;

  @ApiProperty({
    example: 'Title must be at most 200 characters long.',
    description: 'What happened this time, for people.',
  })
  detail: string;

  @ApiProperty({ format: 'uri-reference', example: '/api/tickets', description: 'The path that was asked for.' })
  instance: string;

  @ApiProperty({
    enum: Object.keys(PROBLEMS),
    enumName: 'ProblemCode',
    example: 'validation_failed',
    description: 'The kind of problem, for programs.',
  })
  code: string;

  @ApiProperty({
    example: 'b7a0c1de-7c1f-4f6c-9a39-0f3f3f6f2c11',
    description: 'Also in the header X-Request-Id; names the request in the logs.',
  })
  request_id: string;

  @ApiPropertyOptional({
    type: [FieldErrorDto],
    maxItems: ERRORS_SHOWN,
    description: 'One entry for each field that is wrong; of many the first, and `detail` says how many more.',
    example: [{ field: 'title', code: 'too_long', message: 'Title must be at most 200 characters long.' }],
  })
  errors?: FieldErrorDto[];
}
