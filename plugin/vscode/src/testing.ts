import * as vscode from 'vscode';
import { nameRange, wordsOf } from './documentWords';
import { isSettled, outcome } from './outcome';
import type { PropertyStatus, Server, SpecificationStatus } from './protocol';
import type { Change, States } from './states';
import { Run } from './testRun';
import { type Grouping, type Leaf, Tree } from './tree';

/**
 * The specifications and their properties in the Testing panel. A test is run by asking the server
 * to verify; results come from its states alone, whoever caused them.
 */
export class Testing implements vscode.Disposable {
  private readonly controller = vscode.tests.createTestController('surety', 'Surety');
  private readonly runs = new Set<Run>();
  private readonly subscriptions: { dispose(): void }[];
  private tree = new Tree(this.controller, wantedGrouping());

  constructor(
    private readonly states: States,
    private readonly server: Server,
  ) {
    this.subscriptions = [
      states.onDidChange((change) => this.update(change)),
      vscode.workspace.onDidChangeConfiguration(() => this.regroup()),
      vscode.commands.registerCommand('surety.groupByFile', () => group('file')),
      vscode.commands.registerCommand('surety.groupByTitle', () => group('title')),
      vscode.commands.registerCommand('surety.goTo', (item?: vscode.TestItem) => this.goTo(item)),
    ];
    this.controller.createRunProfile(
      'Verify',
      vscode.TestRunProfileKind.Run,
      (request, token) => this.verify(request, token),
      true,
    );
  }

  dispose(): void {
    this.subscriptions.forEach((one) => one.dispose());
    this.controller.dispose();
  }

  private update({ key, before, now }: Change): void {
    const shown = now
      ? this.tree.show(key, now)
      : { gone: this.tree.drop(key), fresh: [], doubtful: [] };
    shown.gone.forEach((item) => this.runs.forEach((run) => run.drop(item)));
    if (now) {
      this.follow(key, before, now, new Set(shown.fresh));
      this.takeBack(shown.doubtful);
    }
    this.runs.forEach((run) => run.ended && this.runs.delete(run));
  }

  /** All items anew, in other groups. */
  private regroup(): void {
    const grouping = wantedGrouping();
    if (grouping === this.tree.grouping) {
      return;
    }
    this.tree.all().forEach(({ item }) => this.runs.forEach((run) => run.drop(item)));
    this.controller.items.replace([]);
    this.tree = new Tree(this.controller, grouping);
    for (const [key, now] of this.states.all()) {
      this.update({ key, now });
    }
  }

  /** Tells the runs; what changed outside of them gets a run of its own. */
  private follow(
    key: string,
    before: SpecificationStatus | undefined,
    now: SpecificationStatus,
    fresh: ReadonlySet<Leaf>,
  ): void {
    const old = new Map(before?.properties.map((property) => [property.name, property]));
    const news: Leaf[] = [];
    for (const status of now.properties) {
      const leaf = this.tree.leaf(key, status.name)!;
      const runs = [...this.runs].filter((run) => run.has(leaf.item));
      runs.forEach((run) => run.see(leaf.item, status));
      if (runs.length === 0 && isNews(fresh.has(leaf) ? undefined : old.get(status.name), status)) {
        news.push(leaf);
      }
    }
    if (news.length > 0) {
      const run = this.start(new vscode.TestRunRequest(news.map(({ item }) => item)));
      news.forEach(({ item, uri, status }) => run.expect(item, uri, status.name));
      news.forEach(({ item, status }) => run.seeAsItIs(item, status));
    }
  }

  /**
   * VS Code keeps the summary of the last run for a group when its panel is opened, even when none
   * of its tests has a result any more. One that was skipped leaves the summary to the tests.
   */
  private takeBack(groups: vscode.TestItem[]): void {
    if (groups.length > 0) {
      const run = this.controller.createTestRun(
        new vscode.TestRunRequest(groups),
        'Surety',
        false,
      );
      groups.forEach((group) => run.skipped(group));
      run.end();
    }
  }

  private async verify(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const run = this.start(request);
    const expected = this.requested(request);
    expected.forEach(({ item, uri, status }) =>
      run.expect(item, uri, status.name, status.established),
    );
    token.onCancellationRequested(() => run.cancel());
    const asked = expected.map(async ({ item, uri, status, errors }) => {
      if (status.actions.includes('verify')) {
        await this.server.execute('surety.verify', uri, status.name).catch((error: unknown) => {
          run.fail(item, error instanceof Error ? error.message : String(error));
        });
      } else {
        run.seeAsItIs(item, status, errors);
      }
    });
    await Promise.all(asked);
    run.endIfDone();
  }

  private start(request: vscode.TestRunRequest): Run {
    const panel = this.controller.createTestRun(request, 'Surety', false);
    const run = new Run(panel, this.server, (item) => this.tree.hasReported(item));
    this.runs.add(run);
    return run;
  }

  private requested(request: vscode.TestRunRequest): Leaf[] {
    const chosen: Leaf[] = [];
    const collect = (item: vscode.TestItem): void => {
      if (!request.exclude?.includes(item)) {
        item.children.forEach(collect);
        const leaf = this.tree.find(item);
        if (leaf) {
          chosen.push(leaf);
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

  private async goTo(item?: vscode.TestItem): Promise<void> {
    const leaf = item && this.tree.find(item);
    if (leaf?.item.uri) {
      const document = await vscode.workspace.openTextDocument(leaf.item.uri);
      const claim = wordsOf(document).claims.get(leaf.status.name);
      const selection = claim && nameRange(document, claim);
      await vscode.window.showTextDocument(document, { selection });
    }
  }
}

function wantedGrouping(): Grouping {
  const wanted = vscode.workspace.getConfiguration('surety').get('groupBy');
  return wanted === 'title' ? 'title' : 'file';
}

function group(by: Grouping): Thenable<void> {
  return vscode.workspace.getConfiguration('surety').update('groupBy', by, true);
}

function isNews(old: PropertyStatus | undefined, now: PropertyStatus): boolean {
  const outdated = outcome(now) === 'outdated';
  const same = old?.state === now.state && (!isSettled(now) || old.established === now.established);
  return !outdated && !same;
}
