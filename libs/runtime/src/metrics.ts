import { Controller, type DynamicModule, Get, Header, Inject, Module } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { VERSION } from './version.js';

/** Gauges whose names end like a counter's, which `promtool check metrics` refuses. Those without `_total` say more. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

@Controller('metrics')
export class MetricsController {
  constructor(@Inject(Registry) private readonly registry: Registry) {}

  @Get()
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  metrics(): Promise<string> {
    return this.registry.metrics();
  }
}

/** `/metrics` for Prometheus: those of the process, and what the service registers. */
@Module({})
export class MetricsModule {
  /** @param service its name, e.g. `house-scraper` */
  static forService(service: string): DynamicModule {
    return {
      module: MetricsModule,
      global: true,
      controllers: [MetricsController],
      providers: [{ provide: Registry, useFactory: () => createRegistry(service) }],
      exports: [Registry],
    };
  }
}

function createRegistry(service: string): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const build = new Gauge({
    name: 'rotunda_build_info',
    help: 'Always 1: the labels say which service this is, and its version',
    labelNames: ['service', 'version'],
    registers: [registry],
  });
  build.set({ service, version: VERSION }, 1);
  return registry;
}

export interface ReadGauge {
  name: string;
  help: string;
  labelNames?: string[];
}

/**
 * Registers a gauge that is read when `/metrics` is requested, and shows just that: values of before are gone, and where
 * `read` has nothing (null) there is none.
 */
export function readGauge<T>(
  registry: Registry,
  { name, help, labelNames = [] }: ReadGauge,
  read: () => T | null | Promise<T | null>,
  show: (figures: T, gauge: Gauge) => void,
): void {
  const gauge: Gauge = new Gauge({
    ...{ name, help, labelNames, registers: [registry] },
    collect: async () => {
      const figures = await read();
      // `reset` sets a gauge without labels to 0, which would be a value.
      if (labelNames.length > 0) gauge.reset();
      else gauge.remove();
      if (figures !== null) show(figures, gauge);
    },
  });
}
