// Tries the packed extension in a real VS Code, in a browser without a screen. Where that cannot be
// had, it says so loudly, and nothing counts as passed.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { host, root, target } from './places.mjs';

const vscode = join(host, 'node_modules', 'code-server', 'lib', 'vscode');

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function skip(reason) {
  console.error(`*** SKIPPED: the extension was NOT tried in a real VS Code: ${reason}. ***`);
  process.exit(0);
}

function npm(folder, ...args) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--omit=dev', '--loglevel=error'];
  const { status } = spawnSync('npm', [...args, ...quiet], { cwd: folder, stdio: 'inherit' });
  return status === 0;
}

/** Once: it is large, and outlives a clean build. */
function install(ripgrep) {
  const lock = join(host, 'package-lock.json');
  const mark = join(host, 'node_modules', '.installed');
  if (existsSync(mark) && readFileSync(mark).equals(readFileSync(lock))) {
    return;
  }
  // The server's own packages are not among those of the package around it.
  if (!npm(host, 'ci') || !npm(vscode, 'install', '--no-package-lock')) {
    skip('VS Code could not be installed from the npm registry');
  }
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'));
  const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'rg'), { force: true });
  symlinkSync(ripgrep, join(bin, 'rg'));
  cpSync(lock, mark);
}

const chromium =
  process.env.SURETY_CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome');
const ripgrep = onPath('rg');
if (!chromium) {
  skip('there is no chromium; install it, or name one in SURETY_CHROMIUM');
}
if (!ripgrep) {
  skip('there is no rg; install ripgrep');
}
install(ripgrep);

/** Plays the whole scenario; true if all went well. */
function play() {
  rmSync(join(target, 'pictures'), { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, [join(root, 'scripts', 'test.mjs'), 'host'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SURETY_CHROMIUM: chromium, SURETY_VSCODE: vscode },
  });
  return status === 0;
}

// A browser loses a key or is late with a frame now and then; what is wrong fails twice.
let passed = play();
if (!passed) {
  console.error('*** The scenario failed in a real VS Code; it is played once more. ***');
  passed = play();
}
process.exit(passed ? 0 : 1);
