// What the server says beyond the Language Server Protocol: the records of its package
// surety.language.ide.protocol. A part that may be missing is undefined or null.

export const VERIFICATION = 'surety/verification';
export const BAND = 'surety/band';
export const RUN = 'surety/run';
export const STANDING = 'surety/standing';
export const NETWORK = 'surety/network';
export const NEW_SPECIFICATION = 'surety/newSpecification';

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export const STATES = [
  'unverified',
  'stale',
  'queued',
  'running',
  'proved',
  'violated',
  'undecided',
  'answered',
  'failed',
] as const;

export type State = (typeof STATES)[number];

export type Action = 'verify' | 'replay' | 'cancel' | 'showBand';

export interface PropertyStatus {
  name: string;
  title?: string | null;
  kind: 'property' | 'query';
  text: string;
  state: State;
  label: string;
  bounds?: string | null;
  gap?: string | null;
  margin?: string | null;
  seconds?: number | null;
  established?: string | null;
  found?: string | null;
  certificate?: string | null;
  message?: string | null;
  percent?: number | null;
  range: Range;
  actions: Action[];
  details: string;
}

export interface SpecificationStatus {
  uri: string;
  version: number;
  /** Otherwise `properties` are only those that changed, to be merged by name. */
  complete: boolean;
  errors?: string | null;
  summary: string;
  properties: PropertyStatus[];
}

export interface StandingParams {
  uri: string;
}

/** What holds for the text with all edits that were sent before. */
export interface Standing {
  version: number;
  names: string[];
}

export interface BandParams {
  uri: string;
  name: string;
  width: number;
  height: number;
  theme?: 'light' | 'dark' | 'highContrast' | null;
}

export interface Band {
  svg: string;
  title: string;
  /** What the picture shows, for those who hear it. */
  description: string;
  state: State;
  version: number;
}

export interface RunParams {
  uri: string;
  name: string;
  /** Without it the witness, or a point inside of the support. */
  input?: string[] | null;
}

export interface RunValue {
  name: string;
  exact: string;
  float32?: string | null;
}

export interface RunOutcome {
  title: string;
  details: string;
  inputs: RunValue[];
  outputs: RunValue[];
  event?: string | null;
  problem?: string | null;
}

export interface NetworkSummary {
  name: string;
  inputs: string[];
  outputs: string[];
  description: string;
}

export interface InputChoice {
  name: string;
  distribution: string;
}

export interface NewSpecificationParams {
  uri: string;
  networkUri: string;
  networkName: string;
  inputs: InputChoice[];
  outputs: string[];
  propertyName: string;
  propertyTitle: string;
  property: string;
}

export interface NewSpecification {
  text: string;
  problems: string[];
}

/** What the parts of the client need of the server. */
export interface Server {
  request<R>(method: string, params: unknown): Promise<R>;
  execute(command: string, ...args: unknown[]): Promise<unknown>;
}
