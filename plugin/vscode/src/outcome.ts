import type { PropertyStatus, SpecificationStatus, State } from './protocol';

/** How the Testing panel calls a state; what is undecided has neither passed nor failed. */
export type Outcome =
  'outdated' | 'queued' | 'running' | 'passed' | 'failed' | 'skipped' | 'errored';

const OUTCOMES: Record<State, Outcome> = {
  unverified: 'outdated',
  stale: 'outdated',
  queued: 'queued',
  running: 'running',
  proved: 'passed',
  answered: 'passed',
  violated: 'failed',
  undecided: 'skipped',
  failed: 'errored',
};

export function outcome(status: PropertyStatus): Outcome {
  return OUTCOMES[status.state];
}

export function isSettled(status: PropertyStatus): boolean {
  return !['outdated', 'queued', 'running'].includes(outcome(status));
}

/** Beside the name in the Testing panel, and behind the property in the text. */
export function description(status: PropertyStatus): string {
  const words = status.bounds ? `${status.label}, ${status.bounds}` : status.label;
  return status.state === 'running' && status.message ? status.message : words;
}

/** What a settled state has to say; Markdown. */
export function report(status: PropertyStatus): string {
  return status.details || [status.label, status.message].filter(Boolean).join(': ');
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
