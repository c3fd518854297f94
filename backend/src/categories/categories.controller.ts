import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Access } from '../auth/access.decorator.ts';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import { CategoriesService } from './categories.service.ts';
import { CategoryListDto } from './dto/category.dto.ts';

@ApiTags('Categories')
@Controller('categories')
@Access('tickets:read')
export class CategoriesController {
  constructor(private readonly categories: CategoriesService) {}

  @Get()
  @ApiOperation({ summary: 'List categories', description: 'All of them, in the order the desk shows them.' })
  @ApiOkResponse({ description: 'The categories.', type: CategoryListDto })
  @ApiProblems()
  async list(): Promise<CategoryListDto> {
    return CategoryListDto.of(await this.categories.all());
  }
}
