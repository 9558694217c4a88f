import type * as vscode from 'vscode';
import type { States } from './states';

type Next = (uri: vscode.Uri, diagnostics: vscode.Diagnostic[]) => void;

interface Said {
  uri: vscode.Uri;
  all: vscode.Diagnostic[];
  shown: number;
  next: Next;
}

const VERDICTS = ['violated', 'undecided', 'failed'];

/** The server's messages, without the verdicts that are in doubt until it says them anew. */
export class VerdictMessages {
  private readonly said = new Map<string, Said>();
  private readonly subscription: { dispose(): void };

  constructor(private readonly states: States) {
    this.subscription = states.onDidChange(({ key }) => this.changed(key));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  handle(uri: vscode.Uri, all: vscode.Diagnostic[], next: Next): void {
    const key = this.states.key(uri.toString());
    const shown = this.inOrder(key, all);
    this.said.set(key, { uri, all, shown: shown.length, next });
    next(uri, shown);
  }

  private changed(key: string): void {
    const said = this.said.get(key);
    const shown = said && this.inOrder(key, said.all);
    if (said && shown && shown.length !== said.shown) {
      said.shown = shown.length;
      said.next(said.uri, shown);
    }
  }

  /** The places of the properties are those of the same reading as the messages. */
  private inOrder(key: string, all: vscode.Diagnostic[]): vscode.Diagnostic[] {
    const shown = new Set(this.states.get(key)?.properties);
    const inDoubt = (this.states.told(key)?.properties ?? []).filter((one) => !shown.has(one));
    const lines = new Set(inDoubt.map(({ range }) => range.start.line));
    return all.filter(
      ({ code, range }) => !VERDICTS.includes(String(code)) || !lines.has(range.start.line),
    );
  }
}
