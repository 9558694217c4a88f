// Bundles the tests, with a double in the place of VS Code, and runs them.
//   test.mjs protocol   all but those of the package
//   test.mjs package    those of the package, which must have been made
//   test.mjs host       those in a real VS Code, by way of host.mjs
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from './places.mjs';

const kind = process.argv[2];
const only = process.argv[3];
const folder = kind === 'host' ? 'test/host' : 'test';
const sources = readdirSync(join(root, folder))
  .filter(
    (name) => name.endsWith('.test.ts') && name.startsWith('package.') === (kind === 'package'),
  )
  .filter((name) => !only || name.startsWith(only));
const outdir = join(target, kind === 'protocol' ? 'tests' : `${kind}-tests`);
rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: sources.map((name) => `${folder}/${name}`),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  alias: { vscode: './test/double/vscode.ts' },
  external: ['vscode-oniguruma', 'vscode-textmate', 'typescript', 'puppeteer-core'],
  sourcemap: 'inline',
  logLevel: 'warning',
});
const files = sources.map((name) => join(outdir, name.replace(/\.ts$/, '.cjs')));
// Two at a time: each of the long ones has a server of its own.
const options = [
  '--enable-source-maps',
  '--test',
  '--test-concurrency=2',
  `--test-timeout=${kind === 'host' ? 600_000 : 120_000}`,
];
const reporter = ['--test-reporter=./scripts/reporter.mjs', '--test-reporter-destination=stdout'];
const { status } = spawnSync(process.execPath, [...options, ...reporter, ...files], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
