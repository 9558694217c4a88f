// Puts the server into the extension's folder and packs it: target/surety-VERSION.vsix. The
// argument is the version of the build; a client of another version than its server is refused.
import { createVSIX } from '@vscode/vsce';
import { cp, readFile, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extension, root, server, target } from './places.mjs';

function refuse(reason) {
  console.error(`surety-vscode: ${reason}`);
  process.exit(1);
}

const { version } = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
const built = process.argv[2]?.replace(/-SNAPSHOT$/, '') ?? version;
if (built !== version) {
  refuse(`package.json says version ${version}, but the build makes ${built}; change package.json`);
}
if (!existsSync(`${server}/surety.jar`) || !existsSync(`${server}/lib`)) {
  refuse('plugin/cli/target/surety.jar is missing; build it first: mvn package -pl plugin/cli -am');
}
await rm(`${extension}/server`, { recursive: true, force: true });
await cp(`${server}/surety.jar`, `${extension}/server/surety.jar`);
await cp(`${server}/server.options`, `${extension}/server/server.options`);
await cp(`${server}/lib`, `${extension}/server/lib`, { recursive: true });
await createVSIX({
  cwd: extension,
  packagePath: `${target}/surety-${version}.vsix`,
  dependencies: false,
  allowMissingRepository: true,
  skipLicense: true,
});
