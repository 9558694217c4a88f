import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  DidChangeConfigurationNotification,
  ErrorAction,
  type ExecuteCommandSignature,
  LanguageClient,
  State as ClientState,
} from 'vscode-languageclient/node';
import { wordsOf } from './documentWords';
import type { Doubts } from './doubts';
import { withoutStates } from './lenses';
import { type Server, type SpecificationStatus, VERIFICATION } from './protocol';
import { serverSettings } from './settings';
import type { States } from './states';
import { VerdictMessages } from './verdictMessages';

/** Sees each command of the server before it is sent, whoever gives it. */
export type CommandGate = (
  command: string,
  args: unknown[],
  next: ExecuteCommandSignature,
) => vscode.ProviderResult<unknown>;

/** Failures go to the log alone: what a user has to know, the extension says once. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/** The connection to the server's process; speaks to it by the standard client of VS Code. */
export class Client implements Server, vscode.Disposable {
  private readonly client: LanguageClient;
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly restarts: () => CloseHandlerResult | Promise<CloseHandlerResult>;
  private hasRun = false;

  /** @param lost called when the server ended too often to be started again */
  constructor(
    java: string,
    jar: string,
    states: States,
    doubts: Doubts,
    gate: CommandGate,
    private readonly lost: (reason: string) => void,
  ) {
    // The options of Java that suit the server lie beside it.
    const options = `@${join(dirname(jar), 'server.options')}`;
    const messages = new VerdictMessages(states);
    const server = { command: java, args: [options, '-jar', jar, 'language-server'] };
    this.client = new QuietClient('surety', 'Surety', server, {
      documentSelector: [
        { scheme: 'file', language: 'sure' },
        { scheme: 'untitled', language: 'sure' },
      ],
      initializationOptions: { verification: true, showBand: true, tryInput: true },
      middleware: {
        executeCommand: gate,
        handleDiagnostics: (uri, diagnostics, next) => messages.handle(uri, diagnostics, next),
        // What was sent is known before it is, for more may be written meanwhile.
        didOpen: async (document, next) => {
          const words = wordsOf(document);
          await next(document);
          doubts.sent(document, words);
        },
        didChange: async (event, next) => {
          const words = wordsOf(event.document);
          await next(event);
          doubts.sent(event.document, words);
        },
        provideCodeLenses: async (document, token, next) =>
          withoutStates((await next(document, token)) ?? []),
        // What is known stands behind the properties already.
        provideInlayHints: () => [],
      },
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: () => this.closed(),
      },
    });
    const usual = this.client.createDefaultErrorHandler();
    this.restarts = () => usual.closed();
    this.subscriptions.push(
      messages,
      this.client.onNotification(VERIFICATION, (status: SpecificationStatus) =>
        states.accept(status),
      ),
      this.client.onDidChangeState(({ newState }) => {
        if (newState !== ClientState.Running) {
          doubts.forget();
          states.clear();
        } else {
          this.hasRun = true;
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
    // A client that failed to start refuses to be stopped, and needs not be.
    await this.client.dispose().catch(() => {});
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

  /** Who never ran is not started again: the one who started it hears why. */
  private async closed(): Promise<CloseHandlerResult> {
    if (!this.hasRun) {
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const result = await this.restarts();
    if (result.action === CloseAction.DoNotRestart) {
      this.lost(result.message ?? 'it ended unexpectedly');
    }
    return { ...result, handled: true };
  }

  private async sendSettings(): Promise<void> {
    if (this.client.state === ClientState.Running) {
      const configuration = vscode.workspace.getConfiguration('surety');
      const surety = serverSettings((name) => configuration.get(name));
      await this.client.sendNotification(DidChangeConfigurationNotification.type, {
        settings: { surety },
      });
    }
  }
}
