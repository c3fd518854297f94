import { Global, Module } from '@nestjs/common';
import { Forgetting } from './forgetting.ts';

/** Removes words from wherever they are kept. */
@Global()
@Module({ providers: [Forgetting], exports: [Forgetting] })
export class ForgettingModule {}
