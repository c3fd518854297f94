import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsObject, ValidateNested } from 'class-validator';
import { OmittableOrNull } from '../../common/validation/choice.decorator.ts';
import { AskedContactDto } from '../../contacts/dto/asked-contact.dto.ts';

/** Who asks; may be left out, and null is nobody. */
export function Requester(): PropertyDecorator {
  return applyDecorators(
    OmittableOrNull(),
    IsObject({ message: 'Requester must be an object with an id, or with name and address.' }),
    ValidateNested(),
    Type(() => AskedContactDto),
  );
}
