/** What of the settings the server is told; what is not set is left out. */
export interface ServerSettings {
  threads?: number;
  timeout?: string;
  gap?: string;
  verify?: string;
}

export function serverSettings(get: (name: string) => unknown): ServerSettings {
  const settings: Record<string, unknown> = {};
  for (const name of ['threads', 'timeout', 'gap', 'verify']) {
    const value = get(name);
    if (value !== undefined && value !== null && value !== '') {
      settings[name] = value;
    }
  }
  return settings;
}
