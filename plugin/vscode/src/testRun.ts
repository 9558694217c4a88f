import * as vscode from 'vscode';
import { isSettled, outcome, report } from './outcome';
import type { PropertyStatus, Server } from './protocol';

interface Expected {
  item: vscode.TestItem;
  uri: string;
  name: string;
  /** When the result was established that stood before; a newer one is this run's. */
  established: string | null | undefined;
  /** Whether the server began with it, so that what comes now is the result of this run. */
  begun: boolean;
}

/** One run of the Testing panel: it ends when each of its items has a result or is dropped. */
export class Run {
  private readonly pending = new Map<string, Expected>();
  ended = false;

  constructor(
    private readonly run: vscode.TestRun,
    private readonly server: Server,
    /** Called for each item that got a result. */
    private readonly reported: (item: vscode.TestItem) => void,
  ) {
    run.token.onCancellationRequested(() => this.cancel());
  }

  has(item: vscode.TestItem): boolean {
    return this.pending.has(item.id);
  }

  expect(item: vscode.TestItem, uri: string, name: string, established?: string | null): void {
    this.pending.set(item.id, { item, uri, name, established, begun: false });
    this.run.enqueued(item);
  }

  /** The server told a state. */
  see(item: vscode.TestItem, status: PropertyStatus): void {
    const expected = this.pending.get(item.id);
    if (!expected) {
      return;
    }
    const what = outcome(status);
    if (what === 'running' || what === 'queued') {
      expected.begun = true;
      if (what === 'running') {
        this.run.started(item);
      }
    } else if (what === 'outdated') {
      if (expected.begun) {
        this.drop(item);
      }
    } else if (expected.begun || status.established !== expected.established) {
      this.settle(item, status);
    }
  }

  /** There is nothing to run: what is known now is the result. */
  seeAsItIs(item: vscode.TestItem, status: PropertyStatus, errors?: string): void {
    if (isSettled(status)) {
      this.settle(item, status);
    } else if (outcome(status) === 'outdated') {
      this.fail(item, status.message ?? errors ?? status.label);
    } else {
      this.see(item, status);
    }
  }

  fail(item: vscode.TestItem, message: string): void {
    if (this.pending.delete(item.id)) {
      this.reported(item);
      this.run.errored(item, new vscode.TestMessage(message));
      this.endIfDone();
    }
  }

  /** Without a word: a run that ends takes back that something was queued or running. */
  drop(item: vscode.TestItem): void {
    if (this.pending.delete(item.id)) {
      this.endIfDone();
    }
  }

  /** What the server works at, it is asked to leave; its answer ends the run. */
  cancel(): void {
    for (const { item, uri, name, begun } of [...this.pending.values()]) {
      // A refusal means that it is over already; then its state says so.
      this.server.execute('surety.cancel', uri, name).catch(() => this.drop(item));
      if (!begun) {
        this.drop(item);
      }
    }
  }

  endIfDone(): void {
    if (this.pending.size === 0 && !this.ended) {
      this.ended = true;
      this.run.end();
    }
  }

  private settle(item: vscode.TestItem, status: PropertyStatus): void {
    this.pending.delete(item.id);
    this.reported(item);
    const milliseconds = status.seconds == null ? undefined : status.seconds * 1000;
    const what = outcome(status);
    if (what === 'passed') {
      this.run.passed(item, milliseconds);
    } else if (what === 'skipped') {
      this.run.skipped(item);
    } else {
      // Without a place: VS Code would keep it in the text until the next run.
      const message = new vscode.TestMessage(new vscode.MarkdownString(report(status)));
      this.run[what === 'failed' ? 'failed' : 'errored'](item, message, milliseconds);
    }
    this.endIfDone();
  }
}
