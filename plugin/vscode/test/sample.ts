import type { PropertyStatus, Server, SpecificationStatus, State } from '../src/protocol';

export const URI = 'file:///project/iris.sure';

/** A specification in which the properties are that the samples have. */
export const TEXT = ['a', 'b', 'c', 'd', 'e']
  .map((name) => `property ${name}: P(${name} > 1) < 1e-2 under D;${'\n'.repeat(10)}`)
  .join('');

/** A property's status; its place in the text follows from its name. */
export function property(
  name: string,
  state: State,
  rest: Partial<PropertyStatus> = {},
): PropertyStatus {
  const line = name.charCodeAt(0) - 'a'.charCodeAt(0);
  return {
    name,
    kind: 'property',
    text: `P(${name} > 1) < 1e-2`,
    state,
    label: state,
    range: { start: { line: 10 * line, character: 9 }, end: { line: 10 * line, character: 10 } },
    actions: ['verify'],
    details: `**${name}** is ${state}`,
    ...rest,
  };
}

let versions = 0;

export function status(
  properties: PropertyStatus[],
  rest: Partial<SpecificationStatus> = {},
): SpecificationStatus {
  return {
    uri: URI,
    version: ++versions,
    complete: true,
    summary: properties.length > 0 ? `${properties.length} properties` : '',
    properties,
    ...rest,
  };
}

/** Notes what it is asked; answers what it is told to. */
export class ScriptedServer implements Server {
  readonly asked: [string, ...unknown[]][] = [];
  answer: (method: string, params: unknown) => unknown = () => null;

  request<R>(method: string, params: unknown): Promise<R> {
    this.asked.push([method, params]);
    return Promise.resolve()
      .then(() => this.answer(method, params))
      .then((answer) => answer as R);
  }

  execute(command: string, ...args: unknown[]): Promise<unknown> {
    this.asked.push([command, ...args]);
    return Promise.resolve().then(() => this.answer(command, args));
  }

  /** What was asked since the last time. */
  news(): [string, ...unknown[]][] {
    return this.asked.splice(0);
  }
}

/** Lets everything that is ready happen. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
