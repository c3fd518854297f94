import { ApiProperty } from '@nestjs/swagger';
import { DEFAULT_PRIORITY, TICKET_PRIORITIES, type TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { Category } from '../category.ts';
import { defaultCategory } from '../domain/default-category.ts';

/** A category, as the vocabulary of forms and filters. */
export class CategoryDto {
  @ApiProperty({ example: 'billing', description: 'The value that tickets carry.' })
  key: string;

  @ApiProperty({ example: 'Billing', maxLength: 80, description: 'The name that people see.' })
  label: string;

  @ApiProperty({
    example: 'Invoices, payments, refunds, taxes, plans and prices.',
    maxLength: 1000,
    description: 'What belongs here; the classifier reads it too.',
  })
  description: string;

  @ApiProperty({ type: 'integer', example: 1, description: 'Categories are shown in this order.' })
  position: number;

  @ApiProperty({
    example: true,
    description: 'False for a retired category: kept on old tickets, not offered for new ones.',
  })
  active: boolean;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'The key of the category that took over its tickets; null for one that was never merged.',
  })
  merged_into: string | null;

  static of({ key, label, description, position, active, mergedInto }: Category): CategoryDto {
    return { key, label, description, position, active, merged_into: mergedInto };
  }
}

/** What a ticket gets that is written without. */
export class FilledInDto {
  @ApiProperty({ example: 'general', description: 'The key of a category.' })
  category: string;

  @ApiProperty({ enum: TICKET_PRIORITIES, enumName: 'TicketPriority', example: 'medium', description: 'A priority.' })
  priority: TicketPriority;
}

export class CategoryListDto {
  @ApiProperty({ type: [CategoryDto], description: 'In the order the desk shows them.' })
  results: CategoryDto[];

  @ApiProperty({ type: FilledInDto, description: 'What is filled in where a ticket is written without one of these.' })
  filled_in: FilledInDto;

  static of(categories: readonly Category[]): CategoryListDto {
    const active = categories.filter((category) => category.active);
    return {
      results: categories.map((category) => CategoryDto.of(category)),
      filled_in: { category: defaultCategory(active), priority: DEFAULT_PRIORITY },
    };
  }
}
