import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Category } from './category.ts';

@Injectable()
export class CategoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** All categories, retired ones too, in the order the desk shows them. */
  findAll(): Promise<Category[]> {
    return this.dataSource.query(
      'SELECT key, label, description, position, active FROM categories ORDER BY position, key',
    );
  }
}
