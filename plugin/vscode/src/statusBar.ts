import * as vscode from 'vscode';
import { statusBarText } from './outcome';
import type { States } from './states';

/** The summary of the specification in the active editor. */
export class StatusBar implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'surety.summary',
    vscode.StatusBarAlignment.Left,
  );
  private readonly subscriptions: { dispose(): void }[];

  constructor(private readonly states: States) {
    this.item.name = 'Surety';
    this.item.command = 'workbench.view.testing.focus';
    this.subscriptions = [
      states.onDidChange(() => this.draw()),
      vscode.window.onDidChangeActiveTextEditor(() => this.draw()),
    ];
    this.draw();
  }

  dispose(): void {
    [...this.subscriptions, this.item].forEach((one) => one.dispose());
  }

  private draw(): void {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const shown = statusBarText(uri && this.states.get(uri.toString()));
    if (!shown) {
      this.item.hide();
      return;
    }
    this.item.text = shown.text;
    this.item.tooltip = shown.tooltip;
    this.item.backgroundColor = shown.alarming
      ? new vscode.ThemeColor('statusBarItem.errorBackground')
      : undefined;
    this.item.show();
  }
}
