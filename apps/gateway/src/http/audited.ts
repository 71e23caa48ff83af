import type { AuditAction } from '#rotunda/contracts';
import { RouteFacts } from './route-facts.js';

/** What the audit trail says of a route. */
export interface Audit {
  action: AuditAction;
  /** The path parameter that names what is acted upon, or `task_id` of the answer. Default: the last path parameter. */
  target?: string;
  /** The fields of the answer that are kept too. */
  answer?: readonly string[];
  /** The body has a secret: none of it is kept. */
  secretBody?: boolean;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    audit?: Audit;
  }
}

/** The action of a route that changes something. Each such route names one, or the gateway does not start. */
export const Audited = (action: AuditAction, more: Omit<Audit, 'action'> = {}): MethodDecorator =>
  RouteFacts({ audit: { action, ...more } });
