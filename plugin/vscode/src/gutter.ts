import * as vscode from 'vscode';
import { nameRange, wordsOf } from './documentWords';
import { description } from './outcome';
import { type PropertyStatus, type State, STATES } from './protocol';
import type { States } from './states';
import type { Claim } from './words';

/** The states beside the names of the properties, and what is known of each behind it. */
export class Gutter implements vscode.Disposable {
  private readonly icons = new Map<State, vscode.TextEditorDecorationType>();
  private readonly words = vscode.window.createTextEditorDecorationType({
    after: {
      margin: '0 0 0 1.5em',
      fontStyle: 'italic',
      color: new vscode.ThemeColor('descriptionForeground'),
    },
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
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
      this.icons.set(state, type);
    }
    this.subscriptions = [
      states.onDidChange(({ key }) => this.drawAll(key)),
      vscode.window.onDidChangeVisibleTextEditors(() => this.drawAll()),
    ];
    this.drawAll();
  }

  dispose(): void {
    [...this.subscriptions, ...this.icons.values(), this.words].forEach((one) => one.dispose());
  }

  private drawAll(key?: string): void {
    for (const editor of vscode.window.visibleTextEditors) {
      const address = this.states.key(editor.document.uri.toString());
      if (editor.document.languageId === 'sure' && (!key || key === address)) {
        this.draw(editor, this.states.get(address)?.properties ?? []);
      }
    }
  }

  /** By the names in the text as it is now: the server may not have read it yet. */
  private draw(editor: vscode.TextEditor, properties: PropertyStatus[]): void {
    const places = new Map<State, vscode.Range[]>(STATES.map((state) => [state, []]));
    const words: vscode.DecorationOptions[] = [];
    for (const property of properties) {
      const claim = wordsOf(editor.document).claims.get(property.name);
      if (claim) {
        places.get(property.state)?.push(nameRange(editor.document, claim));
        words.push(behind(editor.document, claim, property));
      }
    }
    this.icons.forEach((type, state) => editor.setDecorations(type, places.get(state)!));
    editor.setDecorations(this.words, wantsHints() ? words : []);
  }
}

function wantsHints(): boolean {
  return vscode.workspace.getConfiguration('editor').get('inlayHints.enabled') !== 'off';
}

function behind(
  document: vscode.TextDocument,
  claim: Claim,
  property: PropertyStatus,
): vscode.DecorationOptions {
  const end = document.positionAt(claim.end);
  return {
    range: new vscode.Range(end, end),
    renderOptions: { after: { contentText: description(property) } },
  };
}

function ruler(state: State): vscode.DecorationRenderOptions {
  return state === 'violated'
    ? {
        overviewRulerColor: new vscode.ThemeColor('testing.iconFailed'),
        overviewRulerLane: vscode.OverviewRulerLane.Left,
      }
    : {};
}
