import { ApiProperty } from '@nestjs/swagger';
import { SECURITIES, type Security } from '../../../mail-accounts/domain/mail-server.ts';
import type { FixedMailbox, Mailbox } from '../../../mail-accounts/domain/mailbox.ts';
import {
  type MailboxReading,
  type NamedReading,
  READING_STATES,
} from '../../../mail-accounts/domain/mailbox-reading.ts';
import type { FixedSender, SenderAccount } from '../../../mail-accounts/domain/sender.ts';
import type { MailSetupState } from '../../../mail-accounts/mail-setup.service.ts';
import { OAuthClientDto } from './oauth-client.dto.ts';
import { TRIAL_STATES, TRIAL_STEPS, type Trial, type TrialStep } from '../../../mail-accounts/domain/trial.ts';

/** Where a mailbox is read. */
export class ReadMailboxDto {
  @ApiProperty({
    example: 'support@example.com at imap.example.com, INBOX',
    description: 'User, server and folder: what its mails are known by.',
  })
  name: string;

  @ApiProperty({ example: 'imap.example.com', description: 'The server.' })
  host: string;

  @ApiProperty({ type: 'integer', example: 993, description: 'Its port.' })
  port: number;

  @ApiProperty({ enum: SECURITIES, enumName: 'MailSecurity', example: 'tls', description: 'How it is encrypted.' })
  security: Security;

  @ApiProperty({ example: 'support@example.com', description: 'Who signs in.' })
  user: string;

  @ApiProperty({ example: 'INBOX', description: 'The folder whose mails become tickets.' })
  folder: string;

  @ApiProperty({
    ...{ type: String, nullable: true, example: 'mx.example.net' },
    description:
      'Whose `Authentication-Results` are believed where they stand above what came from outside; null for nobody’s.',
  })
  authserv_id: string | null;

  @ApiProperty({
    ...{ type: [String], example: ['203.0.113.0/24'] },
    description:
      'Servers that pass mails on to it: their `Received` are walked through to the first server that is none of them.',
  })
  relays: string[];

  static from(mailbox: FixedMailbox): ReadMailboxDto {
    const { name, host, port, security, user, folder, authservId, relays } = mailbox;
    return { name, host, port, security, user, folder, authserv_id: authservId, relays: [...relays] };
  }
}

/** A mailbox that admins have set up; its password is not shown. */
export class MailboxDto extends ReadMailboxDto {
  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Its id.' })
  id: number;

  @ApiProperty({
    ...{ type: OAuthClientDto, nullable: true, example: null },
    description: 'Who gets the tokens that let the user in, and where; null where a password does.',
  })
  oauth: OAuthClientDto | null;

  @ApiProperty({ type: [String], example: ['help@example.com'], description: 'Further addresses of the desk.' })
  addresses: string[];

  @ApiProperty({ example: true, description: 'Whether it is read.' })
  active: boolean;

  @ApiProperty({
    example: true,
    description:
      'Whether its password or tokens can be read; sealed by another SECRET_KEY, they have to be typed anew.',
  })
  has_password: boolean;

  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true, example: null },
    description: 'When what is read may have come earliest; null for all that lies there.',
  })
  reads_since: string | null;

  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  static of(mailbox: Mailbox): MailboxDto {
    const { id, addresses, active, hasPassword, readsSince, version, oauth } = mailbox;
    const own = {
      id,
      oauth: oauth && OAuthClientDto.of(oauth),
      addresses: [...addresses],
      active,
      has_password: hasPassword,
      reads_since: readsSince?.toISOString() ?? null,
      version,
    };
    return Object.assign(ReadMailboxDto.from(mailbox), own);
  }
}

/** How mails are sent. */
export class SetSenderDto {
  @ApiProperty({ example: 'smtp.example.com', description: 'The server.' })
  host: string;

  @ApiProperty({ type: 'integer', example: 465, description: 'Its port.' })
  port: number;

  @ApiProperty({ enum: SECURITIES, enumName: 'MailSecurity', example: 'tls', description: 'How it is encrypted.' })
  security: Security;

  @ApiProperty({
    ...{ type: String, nullable: true, example: 'support@example.com' },
    description: 'Who signs in; null where nobody does.',
  })
  user: string | null;

  @ApiProperty({ example: 'Example Support', description: 'What the desk is called in its mails; empty for nothing.' })
  from_name: string;

  @ApiProperty({ example: 'support@example.com', description: 'Where its mails are from.' })
  from_address: string;

  @ApiProperty({
    example: true,
    description: 'Whether answers are asked for at `support+…@`, which names their ticket.',
  })
  uses_plus_address: boolean;

  @ApiProperty({ example: false, description: 'Whether servers are asked to report what became of mails (DSN).' })
  asks_receipts: boolean;

  static from(sender: FixedSender): SetSenderDto {
    const { host, port, security, user, fromName, fromAddress, usesPlusAddress, asksReceipts } = sender;
    return {
      ...{ host, port, security, user, from_name: fromName, from_address: fromAddress },
      ...{ uses_plus_address: usesPlusAddress, asks_receipts: asksReceipts },
    };
  }
}

/** The sender as admins have set it; its password is not shown. */
export class SenderDto extends SetSenderDto {
  @ApiProperty({
    ...{ type: OAuthClientDto, nullable: true, example: null },
    description: 'Who gets the tokens that let the user in, and where; null where a password does.',
  })
  oauth: OAuthClientDto | null;

  @ApiProperty({ type: [String], example: ['help@example.com'], description: 'Further addresses of the desk.' })
  addresses: string[];

  @ApiProperty({
    example: true,
    description:
      'Whether its password or tokens can be read, or none are needed; sealed by another SECRET_KEY, they have to be typed anew.',
  })
  has_password: boolean;

  @ApiProperty({ type: 'integer', example: 1, minimum: 1, description: 'Grows with every change; also the ETag.' })
  version: number;

  static of(sender: SenderAccount): SenderDto {
    const { addresses, hasPassword, version, oauth } = sender;
    const own = {
      oauth: oauth && OAuthClientDto.of(oauth),
      addresses: [...addresses],
      has_password: hasPassword,
      version,
    };
    return Object.assign(SetSenderDto.from(sender), own);
  }
}

/** How reading a mailbox goes. */
export class MailboxReadingDto {
  @ApiProperty({ example: 'support@example.com at imap.example.com, INBOX', description: 'Its name.' })
  name: string;

  @ApiProperty({
    ...{ enum: READING_STATES, enumName: 'MailboxReadingState', example: 'read' },
    description:
      'It is looked into (`read`); it cannot be, and is tried again (`failing`); or no process does, not yet or for five minutes ' +
      '(`waiting`): none that works runs, or the mailbox rests.',
  })
  state: MailboxReading['state'];

  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true, example: '2026-11-28T08:00:00.000Z' },
    description: 'Since when it can, or cannot, be read; null where nobody has tried.',
  })
  since: string | null;

  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true, example: '2026-11-28T09:30:00.000Z' },
    description: 'When it was last looked into to its end, whether something had come or not.',
  })
  looked_at: string | null;

  @ApiProperty({
    ...{ type: String, nullable: true, example: null },
    description: 'Why it cannot be read, in a sentence; null where it can.',
  })
  failure: string | null;

  static of({ name, state, since, lookedAt, failure }: NamedReading): MailboxReadingDto {
    const [begun, looked] = [since?.toISOString() ?? null, lookedAt?.toISOString() ?? null];
    return { name, state, since: begun, looked_at: looked, failure };
  }
}

/** How the desk is set up to read and send mail. */
export class MailSetupDto {
  @ApiProperty({ type: [MailboxDto], description: 'The mailboxes that admins have set up.' })
  mailboxes: MailboxDto[];

  @ApiProperty({
    type: [ReadMailboxDto],
    description: 'Those that are set where the desk is installed (`MAILBOXES`): they are changed there.',
  })
  fixed_mailboxes: ReadMailboxDto[];

  @ApiProperty({ type: [MailboxReadingDto], description: 'How reading each of them goes.' })
  readings: MailboxReadingDto[];

  @ApiProperty({
    ...{ type: SenderDto, nullable: true },
    description: 'How mails are sent, as admins have set it; null where they have not.',
  })
  sender: SenderDto | null;

  @ApiProperty({
    ...{ type: SetSenderDto, nullable: true },
    description:
      'What is set where the desk is installed (`SMTP_URL`, `MAIL_FROM`), which counts while `sender` is null.',
  })
  fixed_sender: SetSenderDto | null;

  @ApiProperty({
    example: true,
    description: 'Whether passwords can be kept: `SECRET_KEY` is set where the desk is installed.',
  })
  keeps_passwords: boolean;

  static of({ mailboxes, fixed, readings, sender, fixedSender, keepsPasswords }: MailSetupState): MailSetupDto {
    return {
      mailboxes: mailboxes.map((one) => MailboxDto.of(one)),
      fixed_mailboxes: fixed.map((one) => ReadMailboxDto.from(one)),
      readings: readings.map((one) => MailboxReadingDto.of(one)),
      sender: sender && SenderDto.of(sender),
      fixed_sender: fixedSender && SetSenderDto.from(fixedSender),
      keeps_passwords: keepsPasswords,
    };
  }
}

/** How a step of a trial went. */
export class TrialStepDto implements TrialStep {
  @ApiProperty({
    ...{ enum: TRIAL_STEPS, enumName: 'MailTrialStep', example: 'sign_in' },
    description:
      'Whether the server is found and answers (name), the token endpoint gives an access token (token; only with OAuth 2.0), ' +
      'the connection is encrypted (tls), the server lets the user in (sign_in), the folder can be read (folder), and how its mails arrive (arrival), or a mail sent (mail).',
  })
  step: TrialStep['step'];

  @ApiProperty({
    ...{ enum: TRIAL_STATES, enumName: 'MailTrialState', example: 'failed' },
    description: 'What follows a failed step is skipped.',
  })
  state: TrialStep['state'];

  @ApiProperty({
    example: 'It does not let support@example.com in: Invalid credentials',
    description:
      'What was found, in words; of the servers’ own only what they answered to token, user, folder or mail.',
  })
  detail: string;

  @ApiProperty({ type: 'integer', example: 120, minimum: 0, description: 'How long it took, in milliseconds.' })
  ms: number;
}

/** Which servers seem to stand before a mailbox, by the mails in it: what to believe is an admin's to say. */
export class ProposedServersDto {
  @ApiProperty({
    ...{ type: String, nullable: true, example: 'mx.example.net' },
    description: 'Whose `Authentication-Results` all mails have where nobody outside can have put them; null for none.',
  })
  authserv_id: string | null;

  @ApiProperty({
    ...{ type: [String], example: ['203.0.113.0/24'] },
    description: 'What all mails came through, those that were typed included.',
  })
  relays: string[];
}

/** How a trial went, step by step. */
export class MailTrialDto {
  @ApiProperty({
    type: [TrialStepDto],
    description: 'The steps, in order, up to the first that failed and those it spared.',
  })
  steps: TrialStepDto[];

  @ApiProperty({
    ...{ type: ProposedServersDto, nullable: true },
    description: 'Servers that seem to stand before a mailbox beyond what was typed; null where there are none.',
  })
  proposal: ProposedServersDto | null;

  static of({ steps, proposal }: Trial): MailTrialDto {
    return {
      steps: steps.map(({ step, state, detail, ms }) => ({ step, state, detail, ms })),
      proposal: proposal && { authserv_id: proposal.authservId, relays: [...proposal.relays] },
    };
  }
}
