import * as vscode from 'vscode';
import { gutter } from './outcome';
import { type State, STATES } from './protocol';
import type { States } from './states';
import { toRange } from './vscodeRange';

/** The states beside the lines that the properties begin on. */
export class Gutter implements vscode.Disposable {
  private readonly types = new Map<State, vscode.TextEditorDecorationType>();
  private readonly subscriptions: { dispose(): void }[];

  constructor(
    private readonly states: States,
    icons: vscode.Uri,
  ) {
    for (const state of STATES) {
      const gutterIconPath = vscode.Uri.joinPath(icons, `${state}.svg`);
      const type = vscode.window.createTextEditorDecorationType({
        gutterIconPath,
        gutterIconSize: 'contain',
        ...ruler(state),
      });
      this.types.set(state, type);
    }
    this.subscriptions = [
      states.onDidChange(() => this.draw()),
      vscode.window.onDidChangeVisibleTextEditors(() => this.draw()),
    ];
    this.draw();
  }

  dispose(): void {
    [...this.subscriptions, ...this.types.values()].forEach((one) => one.dispose());
  }

  private draw(): void {
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.languageId === 'sure') {
        const places = gutter(this.states.get(editor.document.uri.toString()));
        for (const [state, type] of this.types) {
          editor.setDecorations(type, (places.get(state) ?? []).map(toRange));
        }
      }
    }
  }
}

function ruler(state: State): vscode.DecorationRenderOptions {
  return state === 'violated'
    ? {
        overviewRulerColor: new vscode.ThemeColor('testing.iconFailed'),
        overviewRulerLane: vscode.OverviewRulerLane.Left,
      }
    : {};
}
