import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { bandPage, dataAddress, type Picture, type Room } from './bandPage';
import { BAND, type Band, type Server } from './protocol';
import type { States } from './states';

const SMALLEST = 100;

/** The pictures of properties and queries, each in a web view that follows the states. */
export class Bands implements vscode.Disposable {
  private readonly panels = new Map<string, BandPanel>();

  constructor(
    private readonly states: States,
    private readonly server: Server,
  ) {}

  show(uri: string, name: string): void {
    const key = JSON.stringify([vscode.Uri.parse(uri).toString(), name]);
    const open = this.panels.get(key);
    if (open) {
      open.reveal();
    } else {
      const panel = new BandPanel(this.states, this.server, uri, name, () =>
        this.panels.delete(key),
      );
      this.panels.set(key, panel);
    }
  }

  dispose(): void {
    [...this.panels.values()].forEach((panel) => panel.dispose());
  }
}

class BandPanel implements vscode.Disposable {
  private readonly panel: vscode.WebviewPanel;
  private room: Room | undefined;
  private drawing = false;
  private outdated = false;
  private closed = false;

  constructor(
    states: States,
    private readonly server: Server,
    private readonly uri: string,
    private readonly name: string,
    forget: () => void,
  ) {
    this.panel = vscode.window.createWebviewPanel(
      'surety.band',
      name,
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, localResourceRoots: [] },
    );
    const key = vscode.Uri.parse(uri).toString();
    const subscription = states.onDidChange((change) => {
      if (change.key === key) {
        void this.draw();
      }
    });
    this.panel.onDidDispose(() => {
      this.closed = true;
      subscription.dispose();
      forget();
    });
    this.panel.webview.onDidReceiveMessage((room: Room) => {
      this.room = room;
      void this.draw();
    });
    this.panel.webview.html = bandPage(randomBytes(16).toString('hex'));
  }

  reveal(): void {
    this.panel.reveal(undefined, true);
  }

  dispose(): void {
    this.panel.dispose();
  }

  /** One request at a time; what changes meanwhile is drawn afterwards, once. */
  private async draw(): Promise<void> {
    this.outdated = true;
    if (this.drawing) {
      return;
    }
    this.drawing = true;
    while (this.outdated && this.room && !this.closed) {
      this.outdated = false;
      const picture = await this.picture(this.room);
      if (!this.closed) {
        void this.panel.webview.postMessage(picture);
      }
    }
    this.drawing = false;
  }

  private async picture({ width, height }: Room): Promise<Picture> {
    const params = {
      uri: this.uri,
      name: this.name,
      width: Math.max(SMALLEST, Math.floor(width)),
      height: Math.max(SMALLEST, Math.floor(height)),
    };
    try {
      const band = await this.server.request<Band | null>(BAND, params);
      if (!band) {
        return { note: `There is nothing to draw of ${this.name}.` };
      }
      this.panel.title = band.title;
      return { source: dataAddress(band.svg), note: `${band.title}: ${band.state}` };
    } catch (error) {
      return { note: error instanceof Error ? error.message : String(error) };
    }
  }
}
