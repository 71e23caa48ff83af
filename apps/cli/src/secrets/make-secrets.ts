import { makeNatsCertificate } from './nats-certificate.js';
import { makeNatsUsers } from './nats-secrets.js';
import { SecretFiles } from './secret-files.js';

export interface SecretsOptions {
  /** Further names and addresses of nats-server, for its certificate. */
  tlsHost?: string[];
  /** Whoever comes to NATS without credentials gets the operator's rights. */
  open: boolean;
}

/** Makes what is missing in the folder, and never prints a secret. May run on each start. */
export async function makeSecrets(folder: string, { tlsHost = [], open }: SecretsOptions): Promise<void> {
  const files = await SecretFiles.in(folder);
  await makeNatsUsers(files, { isOpen: open });
  await makeNatsCertificate(files, tlsHost);
}
