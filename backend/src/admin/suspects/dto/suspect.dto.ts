import { ApiProperty } from '@nestjs/swagger';
import { COUNT } from '../../../common/number-schemas.ts';
import type { Suspicion, SuspectList } from '../../../learning/suspects.service.ts';

/** A ticket that looks filed wrongly. */
export class SuspectDto {
  @ApiProperty({ type: 'integer', example: 42, minimum: 1, description: 'The number of the ticket.' })
  ticket: number;

  @ApiProperty({ example: 'Charged twice', description: 'Its title.' })
  title: string;

  @ApiProperty({ ...COUNT, example: 3, description: 'Its version, for If-Match when it is changed.' })
  version: number;

  @ApiProperty({ example: 'general', description: 'The category that it is filed as.' })
  category: string;

  @ApiProperty({ example: 'billing', description: 'The category where the desk thinks it belongs.' })
  suggested_category: string;

  @ApiProperty({
    ...{ type: Number, minimum: 0, maximum: 1, example: 0.94 },
    description: 'How sure a model was of that which had not learned from the ticket.',
  })
  confidence: number;

  @ApiProperty({
    type: [String],
    maxItems: 3,
    example: ['Charged twice'],
    description: 'The words of the ticket that speak most for that, and against the category that it has.',
  })
  words: string[];

  static of({ id, title, version, filed, likelier, confidence, words }: Suspicion): SuspectDto {
    return { ticket: id, title, version, category: filed, suggested_category: likelier, confidence, words: [...words] };
  }
}

/** The tickets that look filed wrongly, and what they were found among. */
export class SuspectListDto {
  @ApiProperty({ type: [SuspectDto], maxItems: 50, description: 'The likeliest errors first.' })
  results: SuspectDto[];

  @ApiProperty({
    ...{ ...COUNT, example: 480 },
    description: 'How many confirmed tickets were looked at when the desk last learned, none by a model that knew it.',
  })
  judged: number;

  @ApiProperty({ example: true, description: 'Whether these are enough, 50, to state how sure the desk is.' })
  measured: boolean;

  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true, example: '2026-04-20T03:10:00.000Z' },
    description: 'When the desk last learned; null before it did.',
  })
  found_at: string | null;

  static of({ suspects, judged, measured, foundAt }: SuspectList): SuspectListDto {
    const results = suspects.map((suspect) => SuspectDto.of(suspect));
    return { results, judged, measured, found_at: foundAt?.toISOString() ?? null };
  }
}
