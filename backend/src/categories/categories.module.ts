import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.ts';
import { CategoriesAdminService } from './categories-admin.service.ts';
import { CategoriesController } from './categories.controller.ts';
import { CategoriesService } from './categories.service.ts';
import { CategoryEntity } from './category.entity.ts';
import { CategoryRepository } from './category.repository.ts';

@Module({
  imports: [TypeOrmModule.forFeature([CategoryEntity]), AuditModule],
  controllers: [CategoriesController],
  providers: [CategoriesService, CategoriesAdminService, CategoryRepository],
  exports: [CategoriesService, CategoriesAdminService],
})
export class CategoriesModule {}
