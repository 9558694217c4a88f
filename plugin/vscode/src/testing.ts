import * as vscode from 'vscode';
import { description, isSettled, outcome } from './outcome';
import type { PropertyStatus, Server, SpecificationStatus } from './protocol';
import type { Change, States } from './states';
import { Run } from './testRun';
import { toRange } from './vscodeRange';

/**
 * The specifications and their properties in the Testing panel. A test is run by asking the server
 * to verify; results come from its states alone, whoever caused them.
 */
export class Testing implements vscode.Disposable {
  private readonly controller = vscode.tests.createTestController('surety', 'Surety');
  private readonly runs = new Set<Run>();
  private readonly subscription: { dispose(): void };

  constructor(
    private readonly states: States,
    private readonly server: Server,
  ) {
    this.subscription = states.onDidChange((change) => this.update(change));
    this.controller.createRunProfile(
      'Verify',
      vscode.TestRunProfileKind.Run,
      (request, token) => this.verify(request, token),
      true,
    );
  }

  dispose(): void {
    this.subscription.dispose();
    this.controller.dispose();
  }

  private update({ key, before, now }: Change): void {
    const file = this.controller.items.get(key);
    if (!now) {
      file?.children.forEach((item) => this.runs.forEach((run) => run.drop(item)));
      this.controller.items.delete(key);
    } else {
      this.show(file ?? this.newFile(key), now);
      this.follow(key, before, now);
    }
    this.runs.forEach((run) => run.ended && this.runs.delete(run));
  }

  private newFile(key: string): vscode.TestItem {
    const uri = vscode.Uri.parse(key);
    const item = this.controller.createTestItem(key, vscode.workspace.asRelativePath(uri), uri);
    this.controller.items.add(item);
    return item;
  }

  private show(file: vscode.TestItem, now: SpecificationStatus): void {
    file.error = now.errors ?? undefined;
    file.description = now.summary;
    const items = now.properties.map((property, place) => {
      const id = itemId(file.id, property.name);
      const item =
        file.children.get(id) ?? this.controller.createTestItem(id, property.name, file.uri);
      item.description = description(property);
      item.range = toRange(property.range);
      item.sortText = String(place).padStart(6, '0');
      item.busy = property.state === 'running';
      return item;
    });
    const staying = new Set(items.map((item) => item.id));
    file.children.forEach((item) => {
      if (!staying.has(item.id)) {
        this.runs.forEach((run) => run.drop(item));
      }
    });
    file.children.replace(items);
  }

  /** Tells the runs; what changed outside of them gets a run of its own. */
  private follow(
    key: string,
    before: SpecificationStatus | undefined,
    now: SpecificationStatus,
  ): void {
    const fresh: [vscode.TestItem, PropertyStatus][] = [];
    for (const property of now.properties) {
      const item = this.item(key, property.name);
      const old = before?.properties.find((one) => one.name === property.name);
      if (!item) {
        continue;
      }
      const runs = [...this.runs].filter((run) => run.has(item));
      runs.forEach((run) => run.see(item, property));
      if (runs.length === 0 && isNews(old, property)) {
        fresh.push([item, property]);
      }
      if (property.state === 'stale' && old && old.state !== 'stale') {
        this.controller.invalidateTestResults(item);
      }
    }
    if (fresh.length > 0) {
      const request = new vscode.TestRunRequest(fresh.map(([item]) => item));
      const run = this.start(request);
      fresh.forEach(([item, property]) => run.expect(item, now.uri, property.name));
      fresh.forEach(([item, property]) => run.seeAsItIs(item, property));
    }
  }

  private async verify(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const run = this.start(request);
    const items = this.requested(request);
    const expected = items.flatMap((item) => {
      const status = item.parent && this.states.get(item.parent.id);
      const property = status?.properties.find(
        (one) => itemId(item.parent!.id, one.name) === item.id,
      );
      return status && property ? [{ item, status, property }] : [];
    });
    expected.forEach(({ item, status, property }) =>
      run.expect(item, status.uri, property.name, property.established),
    );
    token.onCancellationRequested(() => run.cancel());
    const asked = expected.map(async ({ item, status, property }) => {
      if (property.actions.includes('verify')) {
        await this.server
          .execute('surety.verify', status.uri, property.name)
          .catch((error: unknown) => {
            run.fail(item, error instanceof Error ? error.message : String(error));
          });
      } else {
        run.seeAsItIs(item, property, status.errors ?? undefined);
      }
    });
    await Promise.all(asked);
    run.endIfDone();
  }

  private start(request: vscode.TestRunRequest): Run {
    const run = new Run(this.controller.createTestRun(request, 'Surety', false), this.server);
    this.runs.add(run);
    return run;
  }

  private requested(request: vscode.TestRunRequest): vscode.TestItem[] {
    const chosen: vscode.TestItem[] = [];
    const collect = (item: vscode.TestItem): void => {
      if (!request.exclude?.includes(item)) {
        item.children.forEach(collect);
        if (item.parent) {
          chosen.push(item);
        }
      }
    };
    if (request.include) {
      request.include.forEach(collect);
    } else {
      this.controller.items.forEach(collect);
    }
    return chosen;
  }

  private item(key: string, name: string): vscode.TestItem | undefined {
    return this.controller.items.get(key)?.children.get(itemId(key, name));
  }
}

function itemId(key: string, name: string): string {
  return `${key}#${name}`;
}

function isNews(old: PropertyStatus | undefined, now: PropertyStatus): boolean {
  const outdated = outcome(now) === 'outdated';
  const same = old?.state === now.state && (!isSettled(now) || old.established === now.established);
  return !outdated && !same;
}
