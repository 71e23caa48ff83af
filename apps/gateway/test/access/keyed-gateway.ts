import { type Role, ROLES } from '#rotunda/contracts';
import { Keys } from '#rotunda/persistence';
import { GatewayUnderTest } from '../gateway-under-test.js';

/** A gateway that needs keys, and a key of each role. */
export interface KeyedGateway {
  gateway: GatewayUnderTest;
  keys: Record<Role, { id: string; text: string }>;
}

/** @param env further settings of the gateway */
export async function startKeyedGateway(
  env: Record<string, string> = {},
  ...proxies: [((databaseUrl: string) => Promise<string>)?]
): Promise<KeyedGateway> {
  const gateway = await GatewayUnderTest.start(
    { KEYS_REQUIRED: 'true', RATE_LIMIT_PER_MINUTE: '0', ...env },
    ...proxies,
  );
  const made = ROLES.map(async (role) => [role, await makeKey(gateway, role)] as const);
  return { gateway, keys: Object.fromEntries(await Promise.all(made)) as KeyedGateway['keys'] };
}

export const makeKey = (
  gateway: GatewayUnderTest,
  role: Role,
  expiresAt: Date | null = null,
): Promise<{ id: string; text: string }> => gateway.context.get(Keys).make({ name: `${role} key`, role, expiresAt });

/** The headers that send a key. */
export const bearing = (text: string): Record<string, string> => ({ authorization: `Bearer ${text}` });
