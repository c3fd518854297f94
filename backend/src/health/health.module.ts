import { Module } from '@nestjs/common';
import { HealthController } from './health.controller.ts';
import { PingRepository } from './ping.repository.ts';
import { ReadinessService } from './readiness.service.ts';

@Module({ controllers: [HealthController], providers: [ReadinessService, PingRepository] })
export class HealthModule {}
