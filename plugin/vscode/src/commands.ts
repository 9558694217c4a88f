import * as vscode from 'vscode';
import { propertyAt } from './outcome';
import type { States } from './states';

/** The commands of the server that a user can give, too: then they are about the place of the cursor. */
export const SERVER_COMMANDS = [
  'surety.verify',
  'surety.verifyAll',
  'surety.replay',
  'surety.cancel',
];

/**
 * The arguments of a command: those that the server gave, or what the cursor is at; undefined if
 * that is nothing the command could be about.
 */
export function commandArguments(
  command: string,
  args: unknown[],
  states: States,
): unknown[] | undefined {
  if (typeof args[0] === 'string') {
    return args;
  }
  const editor = vscode.window.activeTextEditor;
  const status = editor && states.get(editor.document.uri.toString());
  if (command === 'surety.verifyAll' || command === 'surety.cancel') {
    return status ? [status.uri] : [];
  }
  const property = editor && propertyAt(status, editor.selection.active.line);
  if (!status || !property) {
    void vscode.window.showInformationMessage(
      'Put the cursor into a property or query of a specification first.',
    );
    return undefined;
  }
  return [status.uri, property.name];
}
