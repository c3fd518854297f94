import { Global, Module } from '@nestjs/common';
import { BeingErased } from './being-erased.service.ts';
import { ErasureTurnRepository } from './erasure-turn.repository.ts';
import { Forgetting } from './forgetting.ts';

/** Removes words from wherever they are kept. */
@Global()
@Module({ providers: [BeingErased, ErasureTurnRepository, Forgetting], exports: [BeingErased, Forgetting] })
export class ForgettingModule {}
