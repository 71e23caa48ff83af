import { Controller, type DynamicModule, Get, Inject, Module, type InjectionToken } from '@nestjs/common';
import {
  HealthCheck,
  HealthCheckService,
  type HealthCheckResult,
  type HealthIndicatorResult,
  HealthIndicatorService,
  TerminusModule,
} from '@nestjs/terminus';

/** Something outside the process that a service can't work without. */
export interface Dependency {
  readonly name: string;
  /** Rejects with a sentence for the operator while the dependency is away. */
  check(): Promise<void>;
}

const DEPENDENCIES = Symbol('dependencies');

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(DEPENDENCIES) private readonly dependencies: Dependency[],
  ) {}

  /** The process runs and its event loop turns; touches nothing outside, so that no outage restarts healthy processes. */
  @Get('live')
  @HealthCheck()
  live(): Promise<HealthCheckResult> {
    return this.health.check([]);
  }

  @Get('ready')
  @HealthCheck()
  ready(): Promise<HealthCheckResult> {
    return this.health.check(this.dependencies.map((dependency) => () => this.ask(dependency)));
  }

  private async ask(dependency: Dependency): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(dependency.name);
    try {
      await dependency.check();
      return indicator.up();
    } catch (error) {
      return indicator.down({ message: error instanceof Error ? error.message : String(error) });
    }
  }
}

@Module({})
export class HealthModule {
  /** `/health/live` and `/health/ready`; ready while every dependency answers. */
  static forRoot(dependencies: InjectionToken[], imports: DynamicModule[] = []): DynamicModule {
    return {
      module: HealthModule,
      imports: [TerminusModule.forRoot({ logger: false }), ...imports],
      controllers: [HealthController],
      providers: [
        { provide: DEPENDENCIES, inject: dependencies, useFactory: (...all: Dependency[]): Dependency[] => all },
      ],
    };
  }
}
