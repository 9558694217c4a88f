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
    private readonly states: States,
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
    const subscriptions = [
      states.onDidChange((change) => {
        if (change.key === key) {
          void this.draw();
        }
      }),
      vscode.window.onDidChangeActiveColorTheme(() => void this.draw()),
    ];
    this.panel.onDidDispose(() => {
      this.closed = true;
      subscriptions.forEach((one) => one.dispose());
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
    if (this.isInDoubt()) {
      void this.panel.webview.postMessage({ note: `The text of ${this.name} changed.` });
    }
    while (this.outdated && this.room && !this.closed) {
      this.outdated = false;
      const picture = await this.picture(this.room);
      if (!this.closed) {
        void this.panel.webview.postMessage(picture);
      }
    }
    this.drawing = false;
  }

  private nothing(): string {
    const status = this.states.get(this.uri)?.properties.find(({ name }) => name === this.name);
    if (!status) {
      return `There is nothing to draw of ${this.name}.`;
    }
    const state = [status.label, status.message].filter(Boolean).join(': ');
    return `There is nothing to draw of ${this.name} yet; it is ${state}.\nVerify it, and its bounds are drawn here.`;
  }

  /** Whether the last picture is of another text than there is now. */
  private isInDoubt(): boolean {
    const [shown, told] = [this.states.get(this.uri), this.states.told(this.uri)].map((status) =>
      status?.properties.find(({ name }) => name === this.name),
    );
    return shown !== told;
  }

  private async picture({ width, height }: Room): Promise<Picture> {
    const params = {
      uri: this.uri,
      name: this.name,
      width: Math.max(SMALLEST, Math.floor(width)),
      height: Math.max(SMALLEST, Math.floor(height)),
      theme: theme(),
    };
    if (this.isInDoubt()) {
      return { note: `The text of ${this.name} changed.` };
    }
    try {
      const band = await this.server.request<Band | null>(BAND, params);
      if (!band) {
        return { note: this.nothing() };
      }
      this.panel.title = band.title;
      return { source: dataAddress(band.svg), note: band.description };
    } catch (error) {
      return { note: error instanceof Error ? error.message : String(error) };
    }
  }
}

function theme(): 'light' | 'dark' | 'highContrast' {
  switch (vscode.window.activeColorTheme.kind) {
    case vscode.ColorThemeKind.Dark:
      return 'dark';
    case vscode.ColorThemeKind.HighContrast:
      return 'highContrast';
    default:
      return 'light';
  }
}
