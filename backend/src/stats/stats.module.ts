import { Module } from '@nestjs/common';
import { StatsController } from './stats.controller.ts';
import { StatsRepository } from './stats.repository.ts';
import { StatsService } from './stats.service.ts';

@Module({ controllers: [StatsController], providers: [StatsService, StatsRepository] })
export class StatsModule {}
