import * as vscode from 'vscode';
import type { FromNetwork, ToNetwork } from './messages';
import { page, pagesFolder, rendered } from './page';
import { NETWORK, type NetworkSummary, type Server } from './protocol';

export const NETWORK_EDITOR = 'surety.network';

/** Says what a network file holds, instead of showing its bytes as text. */
export class NetworkEditor implements vscode.CustomReadonlyEditorProvider {
  constructor(
    private readonly server: Server,
    private readonly extension: vscode.Uri,
  ) {}

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    return { uri, dispose: () => {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [pagesFolder(this.extension)],
    };
    const show = async (): Promise<void> => {
      const message: ToNetwork = await this.describe(uri);
      await panel.webview.postMessage(message);
    };
    panel.webview.onDidReceiveMessage((message: FromNetwork) =>
      message.kind === 'ready'
        ? show()
        : vscode.commands.executeCommand('surety.newSpecification', uri),
    );
    panel.webview.html = page(panel.webview, this.extension, 'network');
    const folder = vscode.Uri.joinPath(uri, '..');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, name),
    );
    watcher.onDidChange(show);
    watcher.onDidCreate(show);
    panel.onDidDispose(() => watcher.dispose());
  }

  private async describe(uri: vscode.Uri): Promise<ToNetwork> {
    const file = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    try {
      const summary = await this.server.request<NetworkSummary>(NETWORK, { uri: uri.toString() });
      return { kind: 'network', file, description: await rendered(contents(summary)) };
    } catch (error) {
      return {
        kind: 'network',
        file,
        problem: error instanceof Error ? error.message : String(error),
      };
    }
  }
}

const MOST_NAMES = 20;

/** What the server says, and how the inputs and outputs are called until a specification does. */
function contents({ description, inputs, outputs }: NetworkSummary): string {
  return `${description}\n\nInputs: ${names(inputs)}\n\nOutputs: ${names(outputs)}`;
}

function names(all: string[]): string {
  const shown = all
    .slice(0, MOST_NAMES)
    .map((name) => `\`${name}\``)
    .join(', ');
  return all.length > MOST_NAMES ? `${shown} and ${all.length - MOST_NAMES} more` : shown;
}
