import * as vscode from 'vscode';
import { wordsOf } from './documentWords';
import type { PropertyStatus, Server, SpecificationStatus } from './protocol';
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
  const document = vscode.window.activeTextEditor?.document;
  const status = document && states.get(document.uri.toString());
  if (command === 'surety.verifyAll' || command === 'surety.cancel') {
    return status ? [status.uri] : [];
  }
  const found = atCursor(states);
  if (typeof found === 'string') {
    void vscode.window.showInformationMessage(found);
    return undefined;
  }
  return found;
}

/** The address and the name of what the cursor is in, or why there is none. */
function atCursor(states: States): [string, string] | string {
  const editor = vscode.window.activeTextEditor;
  if (editor?.document.languageId !== 'sure') {
    return 'Open a specification, and put the cursor into a property or query first.';
  }
  const { document } = editor;
  const claim = wordsOf(document).claimAt(document.offsetAt(editor.selection.active));
  if (!claim) {
    return 'Put the cursor into a property or query of the specification first.';
  }
  const status = states.get(document.uri.toString());
  if (!status) {
    return document.isUntitled
      ? `Save the specification first; then '${claim.name}' can be verified.`
      : 'The specification is being read; try again in a moment.';
  }
  if (!status.properties.some(({ name }) => name === claim.name)) {
    return status.errors
      ? `'${claim.name}' cannot be verified now: ${status.errors}`
      : `'${claim.name}' has just been written and is being read; try again in a moment.`;
  }
  return [status.uri, claim.name];
}

/**
 * Verifying all leaves out what is verified already; where that is everything, it says so and
 * offers to verify it anew.
 */
export async function verifyAll(
  uri: unknown,
  states: States,
  server: Server,
  next: () => unknown,
): Promise<unknown> {
  const about =
    typeof uri === 'string' ? [states.get(uri)] : states.all().map(([, status]) => status);
  const known = about.filter((status) => status !== undefined);
  const errors = known.find((status) => status.errors)?.errors;
  const properties = known.flatMap((status) => status.properties);
  if (known.length === 1 && errors) {
    return vscode.window.showInformationMessage(`Nothing can be verified now: ${errors}`);
  }
  if (properties.length === 0) {
    return vscode.window.showInformationMessage('There is no property or query to verify.');
  }
  return properties.every(isDone) ? offerAnew(known, server) : next();
}

/** Where the server would gain nothing by verifying again. */
function isDone({ state }: PropertyStatus): boolean {
  return ['proved', 'violated', 'answered'].includes(state);
}

async function offerAnew(known: SpecificationStatus[], server: Server): Promise<void> {
  const anew = 'Verify Anew';
  const said = `Everything is verified already: ${known.map(({ summary }) => summary).join('; ')}.`;
  if ((await vscode.window.showInformationMessage(said, anew)) === anew) {
    for (const { uri, properties } of known) {
      await Promise.all(properties.map(({ name }) => server.execute('surety.verify', uri, name)));
    }
  }
}
