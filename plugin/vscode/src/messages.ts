// What the pages and the extension say to each other.
import type { RunOutcome } from './protocol';

/** What was entered for a new specification; where one distribution is for all, it is the only one. */
export interface Entered {
  networkName: string;
  inputs: string[];
  distributions: string[];
  outputs: string;
  propertyName: string;
  propertyTitle: string;
  property: string;
}

export interface WizardStart {
  kind: 'start';
  file: string;
  /** HTML. */
  description: string;
  entered: Entered;
  /** How many inputs the network has, of which there may be too many for a line each. */
  inputs: number;
  namesOutputs: boolean;
}

export interface WizardChecked {
  kind: 'checked';
  text: string;
  problems: string[];
  /** Which entries these are about; answers may come late. */
  serial: number;
}

export type ToWizard = WizardStart | WizardChecked;

export type FromWizard =
  | { kind: 'ready' }
  | { kind: 'entered'; entered: Entered; serial: number }
  | { kind: 'create' }
  | { kind: 'again' };

export type ToNetwork = { kind: 'network'; file: string; description?: string; problem?: string };

export type FromNetwork = { kind: 'ready' } | { kind: 'newSpecification' };

export type ToTry = { kind: 'outcome'; outcome: RunOutcome } | { kind: 'outdated' };

export type FromTry = { kind: 'ready' } | { kind: 'run'; input: string[] } | { kind: 'propose' };
