import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsBoolean, IsString, Matches } from 'class-validator';
import { CATEGORY_DESCRIPTION_MAX, CATEGORY_LABEL_MAX } from '../../../categories/category.ts';
import { CATEGORY_KEY } from '../../../categories/domain/category-key.ts';
import { Omittable } from '../../../common/validation/choice.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';

const KEY = 'must begin with a small letter and have at most 50 small letters, digits and underscores.';
const label = {
  example: 'Hardware',
  minLength: 1,
  maxLength: CATEGORY_LABEL_MAX,
  description: 'The name that people see; one line, unique in the form in which texts compare (see search).',
};
const description = {
  example: 'Printers, laptops, phones and everything with a plug.',
  maxLength: CATEGORY_DESCRIPTION_MAX,
  description: 'What belongs here; the classifier reads it too.',
};

/** A new category. */
export class AddCategoryDto {
  @ApiProperty(label)
  @Text('Label', { max: CATEGORY_LABEL_MAX, singleLine: true, name: true })
  label: string;

  @ApiPropertyOptional({ ...description, type: String, default: '' })
  @Omittable()
  @IsString({ message: 'Description must be text.' })
  @Text('Description', { max: CATEGORY_DESCRIPTION_MAX, optional: true })
  description = '';

  @ApiPropertyOptional({
    example: 'hardware',
    pattern: CATEGORY_KEY.source,
    description: 'The value that tickets carry, for good; made from the label when left out.',
  })
  @Omittable()
  @Matches(CATEGORY_KEY, { message: `Key ${KEY}`, context: { code: 'invalid_key' } })
  key?: string;
}

/** What to change, at least one of them. */
export class ChangeCategoryDto {
  @ApiPropertyOptional({ ...label, example: 'General questions' })
  @Omittable()
  @Text('Label', { max: CATEGORY_LABEL_MAX, singleLine: true, name: true })
  label?: string;

  @ApiPropertyOptional({ ...description, example: 'What belongs nowhere else.' })
  @Omittable()
  @IsString({ message: 'Description must be text.' })
  @Text('Description', { max: CATEGORY_DESCRIPTION_MAX, optional: true })
  description?: string;

  @ApiPropertyOptional({
    example: true,
    description: 'False retires it: kept on old tickets, not offered for new ones. True restores it, merged or not.',
  })
  @Omittable()
  @IsBoolean({ message: 'Active must be true or false.' })
  active?: boolean;
}

/** The order that the desk shows categories in. */
export class CategoryOrderDto {
  @ApiProperty({
    type: [String],
    example: ['technical', 'billing', 'account', 'general'],
    description: 'The key of every category, retired ones too, exactly once.',
  })
  @ArrayMaxSize(1000, { message: 'Keys must hold at most 1,000 keys.' })
  @IsString({ each: true, message: 'Keys must be keys of categories.' })
  @IsArray({ message: 'Keys must be a list.' })
  keys: string[];
}

/** Into which category to merge. */
export class MergeIntoDto {
  @ApiProperty({ example: 'technical', maxLength: 50, description: 'The key of an active category.' })
  @Text('Into', { max: 50, singleLine: true })
  into: string;
}

/** The key of a category in the path. */
export class CategoryKeyDto {
  @ApiProperty({ example: 'general', maxLength: 50, description: 'The key of the category.' })
  @Matches(CATEGORY_KEY, { message: `Key ${KEY}`, context: { code: 'invalid_key' } })
  key: string;
}
