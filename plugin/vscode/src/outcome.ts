import {
  type PropertyStatus,
  type Range,
  type SpecificationStatus,
  type State,
  STATES,
} from './protocol';

/** How the Testing panel calls a state. */
export type Outcome = 'outdated' | 'queued' | 'running' | 'passed' | 'failed' | 'errored';

const OUTCOMES: Record<State, Outcome> = {
  unverified: 'outdated',
  stale: 'outdated',
  queued: 'queued',
  running: 'running',
  proved: 'passed',
  answered: 'passed',
  violated: 'failed',
  undecided: 'errored',
  failed: 'errored',
};

export function outcome(status: PropertyStatus): Outcome {
  return OUTCOMES[status.state];
}

export function isSettled(status: PropertyStatus): boolean {
  return !['outdated', 'queued', 'running'].includes(outcome(status));
}

/** Beside the name in the Testing panel. */
export function description(status: PropertyStatus): string {
  return [status.label, status.bounds].filter(Boolean).join(' ');
}

/** What a settled state has to say; Markdown. */
export function report(status: PropertyStatus): string {
  return status.details || [status.label, status.message].filter(Boolean).join(': ');
}

/** Where which icon stands; a state without a place has an empty list, so that old icons go. */
export function gutter(status: SpecificationStatus | undefined): Map<State, Range[]> {
  const places = new Map<State, Range[]>(STATES.map((state) => [state, []]));
  for (const property of status?.properties ?? []) {
    places.get(property.state)?.push(property.range);
  }
  return places;
}

/** The property or query that a line belongs to: the last one that begins on or before it. */
export function propertyAt(
  status: SpecificationStatus | undefined,
  line: number,
): PropertyStatus | undefined {
  return status?.properties
    .filter((property) => property.range.start.line <= line)
    .sort((one, other) => other.range.start.line - one.range.start.line)[0];
}

export interface StatusBarText {
  text: string;
  tooltip: string;
  alarming: boolean;
}

export function statusBarText(status: SpecificationStatus | undefined): StatusBarText | undefined {
  if (!status) {
    return undefined;
  }
  const outcomes = new Set(status.properties.map(outcome));
  const busy = outcomes.has('running') || outcomes.has('queued');
  const icon = busy
    ? '$(sync~spin)'
    : status.errors || outcomes.has('failed')
      ? '$(error)'
      : '$(shield)';
  return {
    text: `${icon} Surety: ${status.errors ? 'errors' : status.summary}`,
    tooltip: [status.errors, status.summary].filter(Boolean).join('\n'),
    alarming: outcomes.has('failed'),
  };
}
