import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import type { Attachment } from '../domain/attachment.ts';
import { FILE_NAME_MAX } from '../domain/file-name.ts';

const ID = {
  format: 'uuid',
  example: '0b6f2c1e-8d4a-4c53-9a71-2f9be0c4d517',
  description: 'Names the attachment.',
} as const;

/** An attachment in the path. */
export class AttachmentIdDto {
  @ApiProperty(ID)
  @IsUUID(undefined, { message: 'An attachment is named by a UUID.' })
  id: string;
}

/** A form with a file. */
@ApiSchema({ name: 'AttachmentUpload' })
export class AttachmentUploadDto {
  @ApiProperty({
    type: 'string',
    format: 'binary',
    example: 'the bytes of the file',
    description: 'The file, with its name.',
  })
  file: string;
}

/** What the desk takes. */
@ApiSchema({ name: 'AttachmentLimits' })
export class AttachmentLimitsDto {
  @ApiProperty({
    type: 'integer',
    format: 'int64',
    minimum: 1,
    example: 26_214_400,
    description: 'The most that a file may have, in bytes.',
  })
  max_bytes: number;
}

/** A file that came with a message, or waits to be sent with one. */
@ApiSchema({ name: 'Attachment' })
export class AttachmentDto {
  @ApiProperty(ID)
  id: string;

  @ApiProperty({
    minLength: 1,
    maxLength: FILE_NAME_MAX,
    example: 'Rechnung März.pdf',
    description: 'What its sender called it, without folders and without characters that mislead.',
  })
  name: string;

  @ApiProperty({
    example: 'application/pdf',
    description: 'Its media type by its content, whatever the name says; `application/octet-stream` when nobody knows.',
  })
  type: string;

  @ApiProperty({ type: 'integer', format: 'int64', minimum: 0, example: 48_213, description: 'In bytes.' })
  size: number;

  static of({ id, name, type, size }: Attachment): AttachmentDto {
    return { id, name, type, size };
  }
}
