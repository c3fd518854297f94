import { ApiProperty } from '@nestjs/swagger';
import { CategoryDto } from '../../../categories/dto/category.dto.ts';
import { categoryVersion } from '../../../categories/domain/category-version.ts';
import { CONTENT_VERSION } from '../../../common/number-schemas.ts';
import type { CategoryInUse } from '../category-vocabulary.service.ts';

/** A category and how many tickets are in it. */
export class AdminCategoryDto extends CategoryDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 1402, description: 'How many tickets are in it.' })
  tickets: number;

  @ApiProperty({
    ...CONTENT_VERSION,
    description: 'Another number when its label, its description or whether it is active change; for If-Match.',
  })
  version: number;

  static override of(category: CategoryInUse): AdminCategoryDto {
    return Object.assign(CategoryDto.of(category), { tickets: category.tickets, version: categoryVersion(category) });
  }
}

export class AdminCategoryListDto {
  @ApiProperty({ type: [AdminCategoryDto], description: 'In the order the desk shows them; retired ones too.' })
  results: AdminCategoryDto[];

  static of(categories: readonly CategoryInUse[]): AdminCategoryListDto {
    return { results: categories.map((category) => AdminCategoryDto.of(category)) };
  }
}

/** How many tickets a merge would move. */
export class MergePreviewDto {
  @ApiProperty({ type: 'integer', minimum: 0, example: 596, description: 'Counted exactly, at this moment.' })
  tickets: number;
}
