// The package itself: what is in it, and the extension in it, started as VS Code starts it, with
// its own server. Only VS Code is a double.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, beforeEach, test } from 'node:test';
import { pipeline } from 'node:stream/promises';
import { URI } from 'vscode-uri';
import * as yauzl from 'yauzl';
import { host } from './double/host';
import * as vscode from './double/vscode';
import { root } from './places';
import { Folder, within } from './session';

interface Extension {
  activate(context: unknown): Promise<void>;
  deactivate(): Promise<void>;
}

const source = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const file = join(root, 'target', `surety-${source.version}.vsix`);
let folder: Folder;
let unpacked: string;
let extension: Extension;

before(async () => {
  folder = new Folder().copy('iris/iris.sure', 'iris/iris-relu.onnx');
  // A blank and a letter beyond ASCII, as in the folders of many users.
  unpacked = folder.file('Erweiterung für VS Code');
  await unpack(file, unpacked);
  host.install();
  extension = require(join(unpacked, 'extension', 'extension.js')) as Extension;
});

beforeEach(() => vscode.reset());

after(() => folder.remove());

function unpack(from: string, to: string): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.open(from, { lazyEntries: true }, (error, zip) => {
      if (error) {
        return reject(error);
      }
      zip.on('entry', (entry: yauzl.Entry) => {
        const place = join(to, entry.fileName);
        mkdirSync(dirname(place), { recursive: true });
        zip.openReadStream(entry, (failure, stream) => {
          if (failure) {
            return reject(failure);
          }
          pipeline(stream, createWriteStream(place)).then(() => zip.readEntry(), reject);
        });
      });
      zip.on('end', resolve);
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

function inside(...path: string[]): string {
  return join(unpacked, 'extension', ...path);
}

function manifest(): any {
  return JSON.parse(readFileSync(inside('package.json'), 'utf8'));
}

/** Starts the extension and looks at it; ends it whatever happens. */
async function started(look: () => Promise<void>): Promise<void> {
  const subscriptions: { dispose(): void }[] = [];
  const context = { subscriptions, extensionUri: URI.file(inside()) };
  await within('activation', extension.activate(context));
  try {
    await look();
  } finally {
    await within('deactivation', extension.deactivate());
    subscriptions.forEach((one) => one.dispose());
  }
}

/** Waits for what comes from another process. */
async function eventually<T>(what: string, find: () => T | undefined | false): Promise<T> {
  for (let tries = 0; tries < 600; tries++) {
    const found = find();
    if (found !== undefined && found !== false) {
      return found;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return assert.fail(`${what} did not happen; log:\n${host.log.join('\n')}`);
}

function servers(): string[] {
  return execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(inside('server')));
}

test('all that the manifest names is there, and nothing of the build', () => {
  const { main, icon, contributes, ...rest } = manifest();
  const named = [
    main,
    icon,
    contributes.grammars[0].path,
    ...['wizard.js', 'network.js', 'try.js', 'page.css'].map((page) => `pages/${page}`),
    contributes.languages[0].configuration,
    contributes.languages[0].icon.light,
    'readme.md',
    'server/surety.jar',
    'server/server.options',
  ];
  named.forEach((path) => assert.ok(existsSync(inside(path)), path));
  assert.equal(rest.devDependencies, undefined);
  assert.equal(rest.scripts, undefined);
  assert.equal(existsSync(inside('node_modules')), false);
  assert.ok(readdirSync(inside('server', 'lib')).length > 10);
  assert.ok(statSync(inside('extension.js')).size < 1_500_000);
});

test('the package has the version of its source', () => {
  assert.equal(manifest().version, source.version);
});

test('without a Java there is one message that says the way out, and the commands repeat it', async () => {
  vscode.recorded.settings['surety.java'] = '/nowhere/java';
  await started(async () => {
    const reason =
      /^Surety has no language server: the setting surety\.java is \/nowhere\/java, but there is no Java; install a JDK 17/;
    assert.equal(vscode.recorded.messages.length, 1);
    assert.match(vscode.recorded.messages[0]!, reason);
    await eventually('the commands', () => vscode.recorded.commands.has('surety.verify'));
    await vscode.commands.executeCommand('surety.verify');
    assert.match(vscode.recorded.messages[1]!, reason);
    await vscode.commands.executeCommand('surety.showBand', 'file:///a.sure', 'p');
    const view = vscode.recorded.panels[0]!;
    view.received.fire({ width: 500, height: 300 });
    const { note } = await eventually('the note', () => view.posted[0]);
    assert.equal(note, 'The language server of Surety is not running.');
  });
});

test('a Java that is named later starts the server', async () => {
  vscode.recorded.settings['surety.java'] = '/nowhere/java';
  await started(async () => {
    delete vscode.recorded.settings['surety.java'];
    vscode.events.configuration.fire({ affectsConfiguration: () => true });
    await eventually('the server', () => servers().length === 1);
  });
  await eventually('the end of the server', () => servers().length === 0);
});

test('a server that cannot be loaded is one message, and the log says why', async () => {
  const subscriptions: { dispose(): void }[] = [];
  const elsewhere = { subscriptions, extensionUri: URI.file(folder.file('empty')) };
  await within('activation', extension.activate(elsewhere));
  assert.equal(vscode.recorded.messages.length, 1, vscode.recorded.messages.join('\n'));
  assert.match(
    vscode.recorded.messages[0]!,
    /^Surety has no language server: it does not start \(.+\); the output 'Surety' says more$/,
  );
  await eventually('the log', () =>
    host.log.some((line) => line.includes('could not open') && line.includes('server.options')),
  );
  await extension.deactivate();
  subscriptions.forEach((one) => one.dispose());
});

test('the extension verifies a specification with the server inside it', async () => {
  await started(async () => {
    for (const { command } of manifest().contributes.commands) {
      assert.ok(vscode.recorded.commands.has(command), `${command} is offered, but not there`);
    }
    for (const { viewType } of manifest().contributes.customEditors) {
      assert.ok(vscode.recorded.editors.has(viewType), viewType);
    }
    for (const provider of [
      'registerHoverProvider',
      'registerCodeLensProvider',
      'registerCompletionItemProvider',
    ]) {
      assert.ok(host.providers.has(provider), [...host.providers].join());
    }
    const iris = URI.file(folder.file('iris.sure'));
    const document = new vscode.Document(iris, folder.read('iris.sure'));
    const editor = new vscode.TextEditor(document);
    vscode.window.visibleTextEditors = [editor];
    vscode.window.activeTextEditor = editor;
    vscode.open(document);
    const panel = vscode.recorded.controllers[0]!;
    await eventually('the property', () =>
      panel.items
        .list()
        .flatMap(({ children }) => children.list())
        .find(({ label }) => label.startsWith('rare ')),
    );
    // The cursor is in `rare`, the first property.
    const line = document.positionAt(document.getText().indexOf('property rare')).line;
    editor.selection = new vscode.Selection(line + 1, 0, line + 1, 0);
    await vscode.commands.executeCommand('surety.verify');
    await eventually('the result', () =>
      panel.runs.some(({ events }) =>
        events.some(({ what, name }) => what === 'passed' && name.startsWith('rare ')),
      ),
    );
    assert.deepEqual(editor.icons()['proved.svg'], [line]);
    assert.match(vscode.recorded.statusBarItems[0]!.text, /1 proved/);
    // What is typed takes the tick back before anything could be asked.
    host.diagnostics.clear();
    document.write(document.getText().replace('< 1e-2', '< 1e-29'));
    assert.equal(editor.icons()['proved.svg'], undefined);
    assert.doesNotMatch(vscode.recorded.statusBarItems[0]!.text, /proved/);
    await eventually('the reading of the edit', () => host.diagnostics.size > 0);
    assert.equal(editor.icons()['proved.svg'], undefined);
    assert.deepEqual(vscode.recorded.messages, []);
  });
  await eventually('the end of the server', () => servers().length === 0);
});

test('a server that dies is started again, and what it knew is not shown meanwhile', async () => {
  await started(async () => {
    const iris = URI.file(folder.file('iris.sure'));
    vscode.open(new vscode.Document(iris, folder.read('iris.sure')));
    const panel = vscode.recorded.controllers[0]!;
    await eventually('the file', () => panel.items.size === 1);
    const [process] = await eventually('the process', () => servers().length === 1 && servers());
    const pid = Number(process!.trim().split(/\s+/)[0]);
    globalThis.process.kill(pid, 'SIGKILL');
    await eventually('the forgetting', () => panel.items.size === 0);
    await eventually('a new process', () =>
      servers().some((line) => !line.trim().startsWith(`${pid} `)),
    );
    await eventually('the file again', () => panel.items.size === 1);
  });
  await eventually('the end of the server', () => servers().length === 0);
});
