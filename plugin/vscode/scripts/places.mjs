import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
export const target = join(root, 'target');
export const extension = join(target, 'extension');
export const textmate = join(root, '..', 'textmate');
export const server = join(root, '..', 'cli', 'target');
export const host = join(root, 'host');
