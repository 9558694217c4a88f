import * as vscode from 'vscode';
import { type Claim, Words } from './words';

const read = new WeakMap<vscode.TextDocument, { version: number; words: Words }>();

/** The words of a document as it is now. */
export function wordsOf(document: vscode.TextDocument): Words {
  const known = read.get(document);
  if (known?.version === document.version) {
    return known.words;
  }
  const words = new Words(document.getText());
  read.set(document, { version: document.version, words });
  return words;
}

/** Where the name of a claim is in a document. */
export function nameRange(document: vscode.TextDocument, { name, nameAt }: Claim): vscode.Range {
  return new vscode.Range(document.positionAt(nameAt), document.positionAt(nameAt + name.length));
}
