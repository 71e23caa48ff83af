import { RouteConfig } from '@nestjs/platform-fastify';
import type { Role } from '#rotunda/contracts';

/** Who may use a route: holders of this role, or everyone. */
export type Need = Role | 'nothing';

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: Need;
  }
}

/** The role that a route needs. Each route names its own: a new one must not inherit more than somebody decided. */
export const Needs = (role: Role): MethodDecorator => RouteConfig({ needs: role satisfies Need });

/** A route that answers without a credential, and looks at none. */
export const OpenToAll = (): MethodDecorator => RouteConfig({ needs: 'nothing' satisfies Need });
