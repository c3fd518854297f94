import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { Stats } from '../stats.ts';

/** How many tickets fell on one UTC day. */
export class DayCountDto {
  @ApiProperty({ format: 'date', example: '2026-04-20', description: 'A UTC day.' })
  date: string;

  @ApiProperty({ type: 'integer', example: 39, minimum: 0, description: 'How many tickets.' })
  count: number;
}

const breakdown = { type: 'object', additionalProperties: { type: 'integer', minimum: 0 } } as const;
const days = {
  type: 'array',
  items: { $ref: getSchemaPath(DayCountDto) },
  minItems: 30,
  maxItems: 30,
  example: [{ date: '2026-04-20', count: 39 }],
} as const;

/** The figures of the desk. */
@ApiExtraModels(DayCountDto)
export class StatsDto {
  @ApiProperty({ type: 'integer', example: 4827, minimum: 0, description: 'All tickets there are.' })
  total_tickets: number;

  @ApiProperty({ type: 'integer', example: 214, minimum: 0, description: 'Tickets whose status is open.' })
  open_tickets: number;

  @ApiProperty({
    example: 30,
    minimum: 0,
    description: 'Tickets divided by UTC days from the day of the first ticket to today, both counted; one decimal.',
  })
  avg_tickets_per_day: number;

  @ApiProperty({
    ...breakdown,
    description: 'Tickets of each priority, zeros included.',
    example: { low: 1206, medium: 2349, high: 1014, critical: 258 },
  })
  priority_breakdown: Record<string, number>;

  @ApiProperty({
    ...breakdown,
    description: 'Tickets of each category, zeros and retired ones included; of merged ones only those with tickets.',
    example: { billing: 1402, technical: 1883, account: 946, general: 596 },
  })
  category_breakdown: Record<string, number>;

  @ApiProperty({
    ...breakdown,
    description: 'Tickets of each status, zeros included.',
    example: { open: 214, in_progress: 98, resolved: 1187, closed: 3328 },
  })
  status_breakdown: Record<string, number>;

  @ApiProperty({ ...days, description: 'The last 30 UTC days, oldest first; the last one is today so far.' })
  created_per_day: DayCountDto[];

  @ApiProperty({ ...days, description: 'By the day on which a ticket became resolved or closed.' })
  resolved_per_day: DayCountDto[];

  static of(stats: Stats): StatsDto {
    return {
      total_tickets: stats.total,
      open_tickets: stats.status['open'] ?? 0,
      avg_tickets_per_day: stats.averagePerDay,
      priority_breakdown: stats.priority,
      category_breakdown: stats.category,
      status_breakdown: stats.status,
      created_per_day: [...stats.createdPerDay],
      resolved_per_day: [...stats.resolvedPerDay],
    };
  }
}
