import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsUUID } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { ATTACHMENTS_MAX } from '../domain/attachment.ts';

/** A field that names the files which are sent with a message, or is left out. */
export function AttachmentIds(description: string): PropertyDecorator {
  return applyDecorators(
    IsArray({ message: 'Attachments must be a list of UUIDs.' }),
    ArrayMaxSize(ATTACHMENTS_MAX, { message: `Attachments may name at most ${String(ATTACHMENTS_MAX)} files.` }),
    IsUUID(undefined, { each: true, message: 'Attachments must be a list of UUIDs.' }),
    ArrayUnique({ message: 'Attachments names a file twice.', context: { code: 'repeated' } }),
    Omittable(),
    ApiPropertyOptional({
      ...{ type: [String], format: 'uuid', maxItems: ATTACHMENTS_MAX, uniqueItems: true, example: [] },
      description,
    }),
  );
}
