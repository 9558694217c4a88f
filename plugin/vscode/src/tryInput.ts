import * as vscode from 'vscode';
import type { FromTry, ToTry } from './messages';
import { page, pagesFolder } from './page';
import { RUN, type RunOutcome, type RunParams, type Server } from './protocol';
import type { States } from './states';

const QUIET_MS = 300;

/** Forms in which an input is tried, one for each property. */
export class Trials implements vscode.Disposable {
  private readonly open = new Map<string, Trial>();

  constructor(
    private readonly states: States,
    private readonly server: Server,
    private readonly extension: vscode.Uri,
  ) {}

  show(uri: string, name: string): void {
    const key = JSON.stringify([this.states.key(uri), name]);
    const open = this.open.get(key);
    if (open) {
      open.reveal();
      return;
    }
    const trial = new Trial(this.states, this.server, this.extension, uri, name);
    this.open.set(key, trial);
    trial.whenClosed(() => this.open.delete(key));
  }

  dispose(): void {
    [...this.open.values()].forEach((one) => one.dispose());
  }
}

class Trial implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private readonly subscriptions: { dispose(): void }[];
  private input: string[] | null = null;
  private count = 0;
  private waiting: NodeJS.Timeout | undefined;

  constructor(
    states: States,
    private readonly server: Server,
    extension: vscode.Uri,
    private readonly uri: string,
    private readonly name: string,
  ) {
    this.panel = vscode.window.createWebviewPanel(
      'surety.tryInput',
      `Try an input: ${name}`,
      { viewColumn: vscode.ViewColumn.Beside },
      {
        enableScripts: true,
        retainContextWhenHidden: true,
        localResourceRoots: [pagesFolder(extension)],
      },
    );
    this.panel.webview.onDidReceiveMessage((message: FromTry) => this.hear(message));
    this.panel.webview.html = page(this.panel.webview, extension, 'try');
    const key = states.key(uri);
    this.subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (states.key(document.uri.toString()) === key) {
          this.outdate();
        }
      }),
    ];
    this.panel.onDidDispose(() => {
      clearTimeout(this.waiting);
      this.subscriptions.forEach((one) => one.dispose());
    });
  }

  reveal(): void {
    this.panel.reveal();
  }

  dispose(): void {
    this.panel.dispose();
  }

  whenClosed(forget: () => void): void {
    this.panel.onDidDispose(forget);
  }

  private hear(message: FromTry): void {
    if (message.kind !== 'ready') {
      this.input = message.kind === 'run' ? message.input : null;
    }
    void this.run();
  }

  /** What was shown is of the text before; the same input is tried again soon. */
  private outdate(): void {
    this.count++;
    this.tell({ kind: 'outdated' });
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.run(), QUIET_MS);
  }

  /** An answer to what has been outdated meanwhile is not shown. */
  private async run(): Promise<void> {
    const count = ++this.count;
    const params: RunParams = { uri: this.uri, name: this.name, input: this.input };
    const outcome = await this.server
      .request<RunOutcome>(RUN, params)
      .catch((error: unknown): RunOutcome => ({
        ...{ title: '', details: '', inputs: [], outputs: [] },
        problem: error instanceof Error ? error.message : String(error),
      }));
    if (count === this.count) {
      this.input ??= outcome.problem ? null : outcome.inputs.map(({ exact }) => exact);
      this.tell({ kind: 'outcome', outcome });
    }
  }

  private tell(message: ToTry): void {
    void this.panel.webview.postMessage(message);
  }
}
