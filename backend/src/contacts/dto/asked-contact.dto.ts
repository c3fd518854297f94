import { ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Max, Min, IsInt, ValidateBy, ValidateIf } from 'class-validator';
import { Omittable } from '../../common/validation/choice.decorator.ts';
import { Text } from '../../common/validation/text.decorator.ts';
import { type AskedContact, CONTACT_NAME_MAX } from '../domain/contact.ts';
import { Address } from './address.decorator.ts';

const ID = 'Id must be the id of a contact.';

/** Who asks: somebody known by `id`, or by an `address`, and a `name` for the case that nobody has it yet. */
@ApiSchema({ name: 'AskedContact' })
export class AskedContactDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 1, description: 'The id of a contact; without name and address.' })
  @Omittable()
  @ValidateBy({
    name: 'not_with_address',
    validator: {
      validate: (_, args) => (args?.object as AskedContactDto | undefined)?.address === undefined,
      defaultMessage: () => 'Give either an id or an address.',
    },
  })
  @Max(Number.MAX_SAFE_INTEGER, { message: ID })
  @Min(1, { message: ID })
  @IsInt({ message: ID })
  id?: number;

  @ApiPropertyOptional({
    example: 'Anna Berg',
    maxLength: CONTACT_NAME_MAX,
    description: 'What somebody new is called; left out, the address stands for it. Who is known keeps their name.',
  })
  @Omittable()
  @ValidateBy({
    name: 'not_with_id',
    validator: {
      validate: (_, args) => (args?.object as AskedContactDto | undefined)?.id === undefined,
      defaultMessage: () => 'A contact named by id keeps their name: leave the name out.',
    },
  })
  @Text('Name', { max: CONTACT_NAME_MAX, singleLine: true, name: true, optional: true })
  name?: string;

  @ApiPropertyOptional({
    example: 'anna@northwind.example',
    description: 'Who has this address; nobody having it, somebody new.',
  })
  @ValidateIf(({ id, address }: AskedContactDto) => id === undefined || address !== undefined)
  @Address('Address')
  address?: string;

  static read({ id, name = '', address = '' }: AskedContactDto): AskedContact {
    return id === undefined ? { name, address } : { id };
  }
}
