import * as vscode from 'vscode';
import bundled from '../../textmate/snippets/sure.json';
import { mayDeclare, Words } from './words';

interface Snippet {
  prefix: string;
  description: string;
  body: string[];
}

/**
 * The snippets of declarations, where a declaration may begin. VS Code itself would offer them
 * everywhere, for instance where a distribution is expected.
 */
export class Snippets implements vscode.CompletionItemProvider {
  private readonly snippets: Snippet[] = Object.values(bundled);

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.CompletionItem[] {
    const before = document.getText(new vscode.Range(new vscode.Position(0, 0), position));
    if (!mayDeclare(before)) {
      return [];
    }
    const isEmpty = new Words(before.replace(/[\p{L}_]*$/u, '')).isEmpty();
    return this.snippets
      .filter(({ prefix }) => isEmpty || prefix !== 'specification')
      .map(({ prefix, description, body }) => {
        const item = new vscode.CompletionItem(prefix, vscode.CompletionItemKind.Snippet);
        item.insertText = new vscode.SnippetString(body.join('\n'));
        item.detail = description;
        return item;
      });
  }
}
