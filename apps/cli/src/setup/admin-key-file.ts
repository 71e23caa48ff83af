import { join } from 'node:path';

export const ADMIN_KEY_FILE = 'admin-key';

/** In the folder of secrets; readable by its owner only. */
export const adminKeyFile = (folder: string): string => join(folder, ADMIN_KEY_FILE);
