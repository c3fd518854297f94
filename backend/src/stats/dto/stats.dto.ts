import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { UNRESOLVED_STATUSES } from '../../vocabulary/ticket-status.ts';
import type { Stats } from '../stats.ts';

/** How many tickets fell on one day. */
export class DayCountDto {
  @ApiProperty({ format: 'date', example: '2026-04-20', description: 'A day of the time zone in `time_zone`.' })
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
  @ApiProperty({ format: 'date-time', example: '2026-04-20T07:34:00.000Z', description: 'When it was counted.' })
  as_of: string;

  @ApiProperty({ example: 'Europe/Helsinki', description: 'The IANA name of the time zone whose days are counted.' })
  time_zone: string;

  @ApiProperty({ type: 'integer', example: 4827, minimum: 0, description: 'All tickets there are.' })
  total_tickets: number;

  @ApiProperty({ type: 'integer', example: 214, minimum: 0, description: 'Tickets whose status is open.' })
  open_tickets: number;

  @ApiProperty({
    type: 'integer',
    example: 312,
    minimum: 0,
    description: 'Tickets whose status is open or in progress.',
  })
  unresolved_tickets: number;

  @ApiProperty({ type: 'integer', example: 38, minimum: 0, description: 'Unresolved tickets that nobody works on.' })
  unassigned_tickets: number;

  @ApiProperty({
    type: 'integer',
    example: 12,
    minimum: 0,
    description: 'Tickets that nobody has sorted: the breakdowns by category and by priority leave them out.',
  })
  pending_tickets: number;

  @ApiProperty({
    example: 30,
    minimum: 0,
    description: 'All tickets divided by days from the day of the first ticket to today, both counted; one decimal.',
  })
  avg_tickets_per_day: number;

  @ApiProperty({
    ...breakdown,
    description: 'All sorted tickets of each priority, zeros included.',
    example: { low: 1206, medium: 2349, high: 1014, critical: 258 },
  })
  priority_breakdown: Record<string, number>;

  @ApiProperty({
    ...breakdown,
    description:
      'All sorted tickets of each category, zeros and retired ones included; of merged ones only those with tickets.',
    example: { billing: 1402, technical: 1883, account: 946, general: 596 },
  })
  category_breakdown: Record<string, number>;

  @ApiProperty({
    ...breakdown,
    description: 'Unresolved sorted tickets of each priority, zeros included.',
    example: { low: 98, medium: 151, high: 57, critical: 6 },
  })
  unresolved_priority_breakdown: Record<string, number>;

  @ApiProperty({
    ...breakdown,
    description:
      'Unresolved sorted tickets of each category, zeros and retired ones included; of merged ones only those with such tickets.',
    example: { billing: 84, technical: 129, account: 59, general: 40 },
  })
  unresolved_category_breakdown: Record<string, number>;

  @ApiProperty({
    ...breakdown,
    description: 'All tickets of each status, zeros included.',
    example: { open: 214, in_progress: 98, resolved: 1187, closed: 3328 },
  })
  status_breakdown: Record<string, number>;

  @ApiProperty({ ...days, description: 'The last 30 days, oldest first; the last one is today so far.' })
  created_per_day: DayCountDto[];

  @ApiProperty({
    ...days,
    description: 'Of the same days: by when the work was done, as `resolved_at` of a ticket tells.',
  })
  resolved_per_day: DayCountDto[];

  static of(stats: Stats): StatsDto {
    return {
      as_of: stats.asOf.toISOString(),
      time_zone: stats.timeZone,
      total_tickets: stats.total,
      open_tickets: stats.status['open'] ?? 0,
      unresolved_tickets: UNRESOLVED_STATUSES.reduce((sum, status) => sum + (stats.status[status] ?? 0), 0),
      unassigned_tickets: stats.unassigned,
      pending_tickets: stats.pending,
      avg_tickets_per_day: stats.averagePerDay,
      priority_breakdown: stats.priority,
      category_breakdown: stats.category,
      unresolved_priority_breakdown: stats.unresolvedPriority,
      unresolved_category_breakdown: stats.unresolvedCategory,
      status_breakdown: stats.status,
      created_per_day: [...stats.createdPerDay],
      resolved_per_day: [...stats.resolvedPerDay],
    };
  }
}
