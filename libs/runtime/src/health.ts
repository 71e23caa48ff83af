import { Controller, type DynamicModule, Get, Inject, Module, type InjectionToken } from '@nestjs/common';
import {
  HealthCheck,
  HealthCheckService,
  type HealthCheckResult,
  type HealthIndicatorResult,
  HealthIndicatorService,
  TerminusModule,
} from '@nestjs/terminus';

export type HealthDetails = Record<string, unknown>;

/** Something outside the process that a service needs. */
export interface Dependency {
  readonly name: string;
  /**
   * Rejects with a message for the operator while the dependency is away. What it resolves to is shown beside `"status":
   * "up"`, for a service that works but is degraded: Terminus has no third status, and a service that is not ready gets no
   * work.
   */
  check(): Promise<HealthDetails | void>;
}

const DEPENDENCIES = Symbol('dependencies');

@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    @Inject(DEPENDENCIES) private readonly dependencies: Dependency[],
  ) {}

  /** The process runs and its event loop turns. Asks nothing outside, so that no outage restarts healthy processes. */
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
      const details = await dependency.check();
      return details ? indicator.up(details) : indicator.up();
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
