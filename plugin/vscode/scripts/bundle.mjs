// Makes the extension's folder, target/extension: all that is packaged but the server.
import { build } from 'esbuild';
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extension, root, textmate } from './places.mjs';

await rm(extension, { recursive: true, force: true });
await mkdir(extension, { recursive: true });
await build({
  absWorkingDir: root,
  entryPoints: ['src/extension.ts'],
  outfile: `${extension}/extension.js`,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  logLevel: 'warning',
});
await build({
  absWorkingDir: root,
  entryPoints: ['src/pages/wizard.ts', 'src/pages/network.ts', 'src/pages/try.ts'],
  outdir: `${extension}/pages`,
  bundle: true,
  minify: true,
  platform: 'browser',
  format: 'iife',
  target: 'es2022',
  logLevel: 'warning',
});
await cp(`${root}/src/pages/page.css`, `${extension}/pages/page.css`);
for (const part of ['language-configuration.json', 'syntaxes']) {
  await cp(`${textmate}/${part}`, `${extension}/textmate/${part}`, { recursive: true });
}
await cp(`${root}/icons`, `${extension}/icons`, { recursive: true });
await cp(`${root}/README.md`, `${extension}/README.md`);
const manifest = JSON.parse(await readFile(`${root}/package.json`, 'utf8'));
// What only the build needs would make the packager look for modules, or refuse.
for (const part of ['scripts', 'devDependencies', 'private']) {
  delete manifest[part];
}
await writeFile(`${extension}/.vscodeignore`, 'icons/surety.svg\n');
await writeFile(`${extension}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
