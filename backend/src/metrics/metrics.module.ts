import { Global, Module } from '@nestjs/common';
import { APP_VERSION } from '../config/app-version.ts';
import { Settings } from '../config/settings.ts';
import { MetricsServer } from './metrics-server.service.ts';
import { Metrics } from './metrics.ts';
import { PrometheusMetrics } from './prometheus-metrics.ts';
import { Unmeasured } from './unmeasured.ts';

/** Figures for Prometheus, where METRICS_PORT is set. */
@Global()
@Module({
  providers: [
    {
      provide: Metrics,
      inject: [Settings],
      useFactory: async ({ metrics, role }: Settings): Promise<Metrics> => {
        if (!metrics) return new Unmeasured();
        const measured = new PrometheusMetrics(await import('prom-client'));
        measured.gauge({ name: 'desk_info', help: 'What this process is.', labels: ['role', 'version'] }, () => [
          [{ role, version: APP_VERSION }, 1],
        ]);
        return measured;
      },
    },
    MetricsServer,
  ],
  exports: [Metrics],
})
export class MetricsModule {}
