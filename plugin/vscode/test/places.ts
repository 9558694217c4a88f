import { join } from 'node:path';

// The tests run bundled, from the folder of the extension's sources.
export const root = process.cwd();
export const examples = join(root, '..', '..', 'examples');
export const language = join(root, '..', '..', 'language');
export const textmateFolder = join(root, '..', 'textmate');
export const extension = join(root, 'target', 'extension');
export const builtServer = join(root, '..', 'cli', 'target', 'surety.jar');
