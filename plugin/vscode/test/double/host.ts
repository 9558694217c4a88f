// The wider double that the standard client of VS Code needs to start. Its providers are taken and
// counted, nothing more; documents are opened and messages looked at by the tests.
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { join } from 'node:path';
import { root } from '../places';
import * as vscode from './vscode';

export const host = {
  /** The kinds of providers that the client registered. */
  providers: new Set<string>(),
  diagnostics: new Map<string, unknown[]>(),
  log: [] as string[],
  /** Stands in for VS Code in all that is loaded from now on. */
  install(): void {
    const loader = Module as unknown as { _load(name: string, ...rest: unknown[]): unknown };
    const load = loader._load;
    loader._load = (name, ...rest) =>
      name === 'vscode' ? module : load.call(loader, name, ...rest);
  },
};

const never = () => new vscode.Disposable();

const languages = new Proxy(
  {
    match: (selector: { language: string }[], document: vscode.Document) =>
      selector.some(({ language }) => language === document.languageId) ? 10 : 0,
    createDiagnosticCollection: () => ({
      set: (uri: { toString(): string }, found: unknown[]) =>
        host.diagnostics.set(uri.toString(), found),
      delete: () => {},
      clear: () => {},
      dispose: () => {},
    }),
  } as Record<string, unknown>,
  {
    get: (known, name: string) =>
      known[name] ??
      (() => {
        host.providers.add(name);
        return new vscode.Disposable();
      }),
  },
);

const channel = new Proxy(
  {},
  {
    get:
      (_, name: string) =>
      (...words: unknown[]) => {
        if (['append', 'appendLine', 'error', 'warn', 'info'].includes(name)) {
          host.log.push(words.join(' '));
        }
        return new vscode.Disposable();
      },
  },
);

/** Events that never happen here, under whatever name. */
function withEvents(known: Record<string, unknown>): unknown {
  return new Proxy(known, {
    get: (target, name: string) => target[name] ?? (name.startsWith('on') ? never : undefined),
  });
}

/** The classes and lists of constants that VS Code declares; the classes are empty. */
function declared(): Record<string, unknown> {
  const text = readFileSync(join(root, 'node_modules/@types/vscode/index.d.ts'), 'utf8');
  const found: Record<string, unknown> = {};
  for (const [, name] of text.matchAll(/^\texport (?:abstract )?class (\w+)/gm)) {
    found[name!] = class {};
  }
  for (const [, name, body] of text.matchAll(/^\texport enum (\w+) \{([^]*?)^\t\}/gm)) {
    const members = [...body!.matchAll(/^\t\t(\w+)(?: = (-?\d+))?,?$/gm)];
    found[name!] = Object.fromEntries(
      members.map(([, member, value], i) => [member, Number(value ?? i)]),
    );
  }
  // A cancellation is told from other errors by its class.
  return { ...found, CancellationError: class extends Error {} };
}

const module = {
  ...declared(),
  ...vscode,
  languages,
  env: { language: 'en', appName: 'a double', openExternal: () => Promise.resolve(false) },
  version: '1.91.0',
  window: withEvents(
    // What the tests change later is seen through the prototype.
    Object.assign(Object.create(vscode.window) as Record<string, unknown>, {
      createOutputChannel: () => channel,
      tabGroups: withEvents({ all: [] }),
      withProgress: (_: unknown, task: (...args: unknown[]) => unknown) =>
        task({ report: () => {} }, new vscode.CancellationTokenSource().token),
    }),
  ),
  workspace: withEvents(
    Object.assign(Object.create(vscode.workspace) as Record<string, unknown>, {
      notebookDocuments: [],
      workspaceFolders: [],
      getWorkspaceFolder: () => undefined,
      createFileSystemWatcher: () => withEvents({ dispose: () => {} }),
    }),
  ),
};
