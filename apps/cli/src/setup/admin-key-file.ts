import { join } from 'node:path';

/** In the folder of secrets; readable by its owner only. */
export const adminKeyFile = (folder: string): string => join(folder, 'admin-key');
