import { Module } from '@nestjs/common';
import { DeskFiguresRepository } from './desk-figures.repository.ts';
import { DeskFiguresService } from './desk-figures.service.ts';
import { StatsController } from './stats.controller.ts';
import { StatsRepository } from './stats.repository.ts';
import { StatsService } from './stats.service.ts';

@Module({
  controllers: [StatsController],
  providers: [StatsService, StatsRepository, DeskFiguresService, DeskFiguresRepository],
  exports: [DeskFiguresService],
})
export class StatsModule {}
