import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Role } from '#rotunda/contracts';
import { ApiProblems } from '../http/api-problems.js';
import { RouteFacts } from '../http/route-facts.js';

/** Who may use a route: holders of this role, or everyone. */
export type Need = Role | 'nothing';

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: Need;
  }
}

/** The role that a route needs. Each route names its own: a new one must not inherit more than somebody decided. */
export const Needs = (role: Role): MethodDecorator =>
  applyDecorators(
    RouteFacts({ needs: role satisfies Need }),
    ApiExtension('x-needs', role),
    ApiProblems(401, 403, 429),
  );

/** A route that answers without a credential, and looks at none. */
export const OpenToAll = (): MethodDecorator => RouteFacts({ needs: 'nothing' satisfies Need });
