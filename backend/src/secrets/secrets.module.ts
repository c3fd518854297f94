import { Module } from '@nestjs/common';
import { SecretBox } from './secret-box.ts';

/** What the desk has to keep and must not show. */
@Module({ providers: [SecretBox], exports: [SecretBox] })
export class SecretsModule {}
