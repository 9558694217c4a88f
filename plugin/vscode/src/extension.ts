import * as vscode from 'vscode';
import { Bands } from './band';
import { Client, type CommandGate } from './client';
import { SERVER_COMMANDS, commandArguments } from './commands';
import { Gutter } from './gutter';
import { findJava, JavaError } from './java';
import { newSpecification } from './newSpecification';
import type { Server } from './protocol';
import { States } from './states';
import { StatusBar } from './statusBar';
import { Testing } from './testing';

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
  private readonly bands = new Bands(this.states, this);
  private client: Client | undefined;
  /** Starts and stops one after the other. */
  private turn: Promise<void> = Promise.resolve();
  private fallbacks: vscode.Disposable[] = [];

  constructor(private readonly context: vscode.ExtensionContext) {
    const icons = vscode.Uri.joinPath(context.extensionUri, 'icons');
    context.subscriptions.push(
      this.bands,
      new Testing(this.states, this),
      new Gutter(this.states, icons),
      new StatusBar(this.states),
      vscode.commands.registerCommand('surety.newSpecification', (network?: vscode.Uri) =>
        newSpecification(this, network),
      ),
      vscode.commands.registerCommand('surety.showBand', (...args: unknown[]) =>
        this.showBand(args),
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
      return complete && next(command, complete);
    };
    this.client = new Client(java, jar, this.states, gate, (reason) => {
      this.turn = this.turn.then(() => this.unavailable(reason));
    });
    await this.client.start();
  }

  private showBand(args: unknown[]): void {
    const complete = commandArguments('surety.showBand', args, this.states);
    if (complete) {
      this.bands.show(String(complete[0]), String(complete[1]));
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
