import { ApiProperty } from '@nestjs/swagger';
import { WholeNumber } from '../../../common/validation/number.decorator.ts';
import { Text } from '../../../common/validation/text.decorator.ts';

/** The id of a mailbox in the path. */
export class MailboxIdDto {
  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'The id of the mailbox.' })
  @WholeNumber('Id', 1)
  id: number;
}

/** A mailbox that is set where the desk is installed. */
export class FixedMailboxDto {
  @ApiProperty({
    ...{ example: 'desk@example.com at 127.0.0.1, INBOX', maxLength: 1_000 },
    description: 'What it is called among `fixed_mailboxes`.',
  })
  @Text('Name', { max: 1_000, singleLine: true })
  name: string;
}
