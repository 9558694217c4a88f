import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type {
  Diagnostic,
  InitializeResult,
  PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol';
import { type Server, type SpecificationStatus, VERIFICATION } from '../src/protocol';
import { States } from '../src/states';
import { builtServer, examples } from './places';

/** What nothing here should take, even on a busy machine. */
const DEADLINE_MS = 60_000;

const running = new Set<ChildProcess>();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));

export function javaExecutable(): string {
  const home = process.env['JAVA_HOME'];
  return home ? join(home, 'bin', 'java') : 'java';
}

/** The server of this build: its classes if Maven says where they are, else the jar. */
function serverArguments(jar?: string): string[] {
  const classPath = process.env['SURETY_CLASSPATH'];
  if (jar || !classPath) {
    if (!existsSync(jar ?? builtServer)) {
      throw new Error(`${jar ?? builtServer} is missing; build it: mvn package -pl plugin/cli -am`);
    }
    return ['-jar', jar ?? builtServer];
  }
  return ['-cp', classPath, 'surety.cli.Main'];
}

/** A folder of its own with a copy of examples, gone with the session. */
export class Folder {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'surety-vscode-')));

  copy(...names: string[]): this {
    names.forEach((name) => cpSync(join(examples, name), this.file(basename(name))));
    return this;
  }

  file(name: string): string {
    return join(this.path, name);
  }

  uri(name: string): string {
    return pathToFileURL(this.file(name)).toString();
  }

  read(name: string): string {
    return readFileSync(this.file(name), 'utf8');
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** A session with a server's process, as an editor without an editor leads it. */
export class Session implements Server {
  readonly child: ChildProcess;
  readonly connection: MessageConnection;
  readonly exited: Promise<number | null>;
  readonly diagnostics = new Map<string, Diagnostic[]>();
  /** As they came. */
  readonly statuses: SpecificationStatus[] = [];
  /** What they come to. */
  readonly states = new States();
  readonly messages: string[] = [];
  initialized!: InitializeResult;
  hear: (status: SpecificationStatus) => void = () => {};
  private readonly versions = new Map<string, number>();
  private readonly waiting = new Set<() => void>();

  constructor(jar?: string) {
    this.child = spawn(javaExecutable(), [
      '-XX:TieredStopAtLevel=1',
      ...serverArguments(jar),
      'language-server',
    ]);
    running.add(this.child);
    this.exited = new Promise((resolve) => {
      this.child.on('exit', (status) => {
        running.delete(this.child);
        resolve(status);
      });
    });
    this.connection = createMessageConnection(
      new StreamMessageReader(this.child.stdout!),
      new StreamMessageWriter(this.child.stdin!),
    );
    this.connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: PublishDiagnosticsParams) => {
        this.diagnostics.set(uri, diagnostics);
        this.happened();
      },
    );
    this.connection.onNotification(VERIFICATION, (status: SpecificationStatus) => {
      this.statuses.push(status);
      this.states.accept(status);
      this.hear(status);
      this.happened();
    });
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => {
      this.messages.push(message);
      this.happened();
    });
    for (const asked of [
      'client/registerCapability',
      'window/workDoneProgress/create',
      'workspace/codeLens/refresh',
      'workspace/inlayHint/refresh',
      'workspace/configuration',
    ]) {
      this.connection.onRequest(asked, () => null);
    }
    // What the server does after its end was asked for is none of a test's business.
    this.connection.onError(() => {});
    this.connection.listen();
  }

  async initialize(
    folder: Folder,
    initializationOptions: unknown = { verification: true, showBand: true, tryInput: true },
  ): Promise<void> {
    this.initialized = await this.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder.path).toString(),
      workspaceFolders: [{ uri: pathToFileURL(folder.path).toString(), name: 'test' }],
      initializationOptions,
      capabilities: {
        workspace: {
          workspaceFolders: true,
          executeCommand: {},
          codeLens: { refreshSupport: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
        textDocument: {
          completion: { completionItem: { snippetSupport: true } },
          hover: { contentFormat: ['markdown'] },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
          publishDiagnostics: { relatedInformation: true },
        },
        window: { workDoneProgress: true },
      },
    });
    await this.notify('initialized', {});
  }

  open(uri: string, text: string): Promise<void> {
    this.versions.set(uri, 1);
    return this.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'sure', version: 1, text },
    });
  }

  /** Replaces the whole text. */
  change(uri: string, text: string): Promise<void> {
    const version = this.versions.get(uri)! + 1;
    this.versions.set(uri, version);
    this.diagnostics.delete(uri);
    return this.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text }],
    });
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return within(method, this.connection.sendRequest<R>(method, params));
  }

  notify(method: string, params: unknown): Promise<void> {
    return this.connection.sendNotification(method, params);
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    return this.request('workspace/executeCommand', { command, arguments: args });
  }

  /** Waits until something is there; looks whenever the server has said something. */
  until<T>(what: string, find: () => T | undefined): Promise<T> {
    let look = (): void => {};
    const found = new Promise<T>((resolve) => {
      look = () => {
        const result = find();
        if (result !== undefined) {
          resolve(result);
        }
      };
      this.waiting.add(look);
      look();
    });
    return within(what, found).finally(() => this.waiting.delete(look));
  }

  diagnosed(uri: string): Promise<Diagnostic[]> {
    return this.until(`diagnostics of ${uri}`, () => this.diagnostics.get(uri));
  }

  async shutDown(): Promise<number | null> {
    await this.request('shutdown', undefined);
    await this.notify('exit', undefined);
    return within('exit', this.exited);
  }

  kill(): void {
    this.connection.dispose();
    this.child.kill('SIGKILL');
  }

  private happened(): void {
    [...this.waiting].forEach((look) => look());
  }
}

/** Fails when it takes too long, and leaves no timer behind. */
export function within<T>(what: string, result: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${what}: nothing came in time`)), DEADLINE_MS);
  });
  return Promise.race([result, late]).finally(() => clearTimeout(timer));
}
