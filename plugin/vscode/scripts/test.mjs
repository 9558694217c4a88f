// Bundles the tests, with a double in the place of VS Code, and runs them.
//   test.mjs protocol   all but those of the package
//   test.mjs package    those of the package, which must have been made
import { build } from 'esbuild';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from './places.mjs';

const ofPackage = process.argv[2] === 'package';
const only = process.argv[3];
const sources = readdirSync(join(root, 'test'))
  .filter((name) => name.endsWith('.test.ts') && name.startsWith('package.') === ofPackage)
  .filter((name) => !only || name.startsWith(only));
const outdir = join(target, ofPackage ? 'package-tests' : 'tests');
rmSync(outdir, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: sources.map((name) => `test/${name}`),
  outdir,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  outExtension: { '.js': '.cjs' },
  alias: { vscode: './test/double/vscode.ts' },
  external: ['vscode-oniguruma', 'vscode-textmate', 'typescript'],
  sourcemap: 'inline',
  logLevel: 'warning',
});
const files = sources.map((name) => join(outdir, name.replace(/\.ts$/, '.cjs')));
// Two at a time: each of the long ones has a server of its own.
const options = ['--enable-source-maps', '--test', '--test-concurrency=2', '--test-timeout=120000'];
const reporter = ['--test-reporter=./scripts/reporter.mjs', '--test-reporter-destination=stdout'];
const { status } = spawnSync(process.execPath, [...options, ...reporter, ...files], {
  cwd: root,
  stdio: 'inherit',
});
process.exit(status ?? 1);
