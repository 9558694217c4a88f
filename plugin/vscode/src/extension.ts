import * as vscode from 'vscode';
import { Bands } from './band';
import { Client, type CommandGate } from './client';
import { SERVER_COMMANDS, commandArguments, verifyAll } from './commands';
import { Doubts } from './doubts';
import { Gutter } from './gutter';
import { findJava, JavaError } from './java';
import { NETWORK_EDITOR, NetworkEditor } from './networkEditor';
import { Wizards } from './newSpecification';
import type { Server } from './protocol';
import { Snippets } from './snippets';
import { States } from './states';
import { StatusBar } from './statusBar';
import { Testing } from './testing';
import { Trials } from './tryInput';

let surety: Surety | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  surety = new Surety(context);
  await surety.start();
}

export async function deactivate(): Promise<void> {
  await surety?.stop();
  surety = undefined;
}

/** The parts of the extension, and the one server that they all speak to. */
class Surety implements Server {
  private readonly states = new States((uri) => vscode.Uri.parse(uri).toString());
  /** The first that hears of states, and of edits. */
  private readonly doubts = new Doubts(this.states, this);
  private readonly bands = new Bands(this.states, this);
  private readonly trials: Trials;
  private client: Client | undefined;
  /** Starts and stops one after the other. */
  private turn: Promise<void> = Promise.resolve();
  private fallbacks: vscode.Disposable[] = [];

  constructor(private readonly context: vscode.ExtensionContext) {
    const { extensionUri } = context;
    this.trials = new Trials(this.states, this, extensionUri);
    const wizards = new Wizards(this, extensionUri);
    context.subscriptions.push(
      this.doubts,
      // What is in sight hears first of what holds no more.
      new Gutter(this.states, vscode.Uri.joinPath(extensionUri, 'icons')),
      new StatusBar(this.states),
      new Testing(this.states, this),
      this.bands,
      this.trials,
      wizards,
      vscode.window.registerCustomEditorProvider(
        NETWORK_EDITOR,
        new NetworkEditor(this, extensionUri),
      ),
      vscode.languages.registerCompletionItemProvider('sure', new Snippets()),
      vscode.commands.registerCommand('surety.newSpecification', (network?: vscode.Uri) =>
        wizards.show(network),
      ),
      vscode.commands.registerCommand('surety.showBand', (...args: unknown[]) =>
        this.about('surety.showBand', args, (uri, name) => this.bands.show(uri, name)),
      ),
      vscode.commands.registerCommand('surety.tryInput', (...args: unknown[]) =>
        this.about('surety.tryInput', args, (uri, name) => this.trials.show(uri, name)),
      ),
      vscode.commands.registerCommand('surety.restart', () => this.start()),
      vscode.workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration('surety.java') && void this.start(),
      ),
    );
  }

  /** Starts the server, or starts it anew. */
  start(): Promise<void> {
    this.turn = this.turn.then(async () => {
      await this.end();
      try {
        await this.connect();
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await this.unavailable(
          error instanceof JavaError
            ? reason
            : `it does not start (${reason}); the output 'Surety' says more`,
        );
      }
    });
    return this.turn;
  }

  stop(): Promise<void> {
    this.turn = this.turn.then(() => this.end());
    return this.turn;
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.running().then((client) => client.request<R>(method, params));
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    return this.running().then((client) => client.execute(command, ...args));
  }

  private async connect(): Promise<void> {
    const setting = vscode.workspace.getConfiguration('surety').get<string>('java');
    const java = await findJava(setting, process.env);
    const jar = vscode.Uri.joinPath(this.context.extensionUri, 'server', 'surety.jar').fsPath;
    const gate: CommandGate = (command, args, next) => {
      const complete = commandArguments(command, args, this.states);
      const go = (): unknown => complete && next(command, complete);
      return complete && command === 'surety.verifyAll'
        ? verifyAll(complete[0], this.states, this, go)
        : go();
    };
    this.client = new Client(java, jar, this.states, this.doubts, gate, (reason) => {
      this.turn = this.turn.then(() => this.unavailable(reason));
    });
    await this.client.start();
  }

  private about(command: string, args: unknown[], show: (uri: string, name: string) => void): void {
    const complete = commandArguments(command, args, this.states);
    if (complete) {
      show(String(complete[0]), String(complete[1]));
    }
  }

  private async end(): Promise<void> {
    this.fallbacks.splice(0).forEach((one) => one.dispose());
    const client = this.client;
    this.client = undefined;
    await client?.stop();
    this.states.clear();
  }

  /** The commands that the client would have registered say why there is no server. */
  private async unavailable(reason: string): Promise<void> {
    await this.end();
    const tell = async (): Promise<void> => {
      const settings = 'Open Settings';
      const message = `Surety has no language server: ${reason}`;
      if ((await vscode.window.showErrorMessage(message, settings)) === settings) {
        await vscode.commands.executeCommand('workbench.action.openSettings', 'surety.java');
      }
    };
    this.fallbacks = SERVER_COMMANDS.map((command) =>
      vscode.commands.registerCommand(command, tell),
    );
    void tell();
  }

  private running(): Promise<Client> {
    return this.client
      ? Promise.resolve(this.client)
      : Promise.reject(new Error('The language server of Surety is not running.'));
  }
}
