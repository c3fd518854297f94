import { Injectable } from '@nestjs/common';
import { Senders } from '../mail-accounts/senders.service.ts';
import { bodyParts } from './domain/template-body.ts';
import { MailTemplateRepository } from './mail-template.repository.ts';
import { SignatureRepository } from './signature.repository.ts';

/** What somebody has below their answers when these leave as mails. */
export interface Signature {
  /** Markdown; '' for none. */
  readonly text: string;
  /** Whether an answer would leave with it now: the desk sends mails, and their template has a place for it. */
  readonly isSent: boolean;
}

/** The signatures of people; each person has at most one, and nobody else reads or changes it. */
@Injectable()
export class Signatures {
  constructor(
    private readonly signatures: SignatureRepository,
    private readonly templates: MailTemplateRepository,
    private readonly senders: Senders,
  ) {}

  async read(userId: number): Promise<Signature> {
    const text = await this.signatures.read(userId);
    return { text, isSent: text !== '' && (await this.areSent()) };
  }

  /** '' for none. It goes with answers that leave from now on. */
  async save(userId: number, text: string): Promise<Signature> {
    await this.signatures.write(userId, text);
    return this.read(userId);
  }

  private async areSent(): Promise<boolean> {
    if ((await this.senders.current()) === null) return false;
    const { body } = await this.templates.read('reply');
    return bodyParts(body).some((part) => 'block' in part && part.block === 'signature');
  }
}
