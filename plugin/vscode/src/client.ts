import * as vscode from 'vscode';
import {
  DidChangeConfigurationNotification,
  type ExecuteCommandSignature,
  LanguageClient,
  State as ClientState,
} from 'vscode-languageclient/node';
import { type Server, type SpecificationStatus, VERIFICATION } from './protocol';
import { serverSettings } from './settings';
import type { States } from './states';

/** Sees each command of the server before it is sent, whoever gives it. */
export type CommandGate = (
  command: string,
  args: unknown[],
  next: ExecuteCommandSignature,
) => vscode.ProviderResult<unknown>;

/** The connection to the server's process; speaks to it by the standard client of VS Code. */
export class Client implements Server, vscode.Disposable {
  private readonly client: LanguageClient;
  private readonly subscriptions: vscode.Disposable[] = [];

  constructor(java: string, jar: string, states: States, gate: CommandGate) {
    const server = { command: java, args: ['-jar', jar, 'language-server'] };
    this.client = new LanguageClient('surety', 'Surety', server, {
      documentSelector: [
        { scheme: 'file', language: 'sure' },
        { scheme: 'untitled', language: 'sure' },
      ],
      initializationOptions: { verification: true },
      middleware: { executeCommand: gate },
    });
    this.subscriptions.push(
      this.client.onNotification(VERIFICATION, (status: SpecificationStatus) => states.accept(status)),
      this.client.onDidChangeState(({ newState }) => {
        if (newState !== ClientState.Running) {
          states.clear();
        } else {
          void this.sendSettings();
        }
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('surety')) {
          void this.sendSettings();
        }
      }),
    );
  }

  start(): Promise<void> {
    return this.client.start();
  }

  async stop(): Promise<void> {
    this.dispose();
    await this.client.dispose();
  }

  dispose(): void {
    this.subscriptions.splice(0).forEach((one) => one.dispose());
  }

  request<R>(method: string, params: unknown): Promise<R> {
    return this.client.sendRequest<R>(method, params);
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    return this.client.sendRequest('workspace/executeCommand', { command, arguments: args });
  }

  private async sendSettings(): Promise<void> {
    if (this.client.state === ClientState.Running) {
      const configuration = vscode.workspace.getConfiguration('surety');
      const surety = serverSettings((name) => configuration.get(name));
      await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings: { surety } });
    }
  }
}
