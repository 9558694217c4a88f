import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const OLDEST_JAVA = 17;

const WAY_OUT = `install a JDK ${OLDEST_JAVA} or newer, or name one in the setting surety.java`;
const PATIENCE_MS = 30_000;

/** There is no Java that could run the server; the message is for people. */
export class JavaError extends Error {}

/**
 * The Java to run the server with: the setting's, else JAVA_HOME's, else the first on the path.
 * The one that is named counts, even if it is not there or too old: another would surprise.
 */
export async function findJava(
  setting: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<string> {
  const java = locate(setting?.trim(), environment);
  const major = majorVersion(await versionText(java));
  if (major === undefined) {
    throw new JavaError(`${java} does not say which version of Java it is; ${WAY_OUT}`);
  }
  if (major < OLDEST_JAVA) {
    throw new JavaError(
      `Java ${OLDEST_JAVA} or newer is needed, but ${java} is version ${major}; ${WAY_OUT}`,
    );
  }
  return java;
}

function locate(setting: string | undefined, environment: NodeJS.ProcessEnv): string {
  if (setting) {
    return (
      inside(setting) ?? missing(`the setting surety.java is ${setting}, but there is no Java`)
    );
  }
  const home = environment['JAVA_HOME'];
  if (home) {
    return inside(home) ?? missing(`JAVA_HOME is ${home}, but there is no Java`);
  }
  for (const folder of (environment['PATH'] ?? environment['Path'] ?? '').split(delimiter)) {
    const java = folder ? executable(folder) : undefined;
    if (java) {
      return java;
    }
  }
  return missing('Java is missing');
}

/** The executable itself, or the one in a JDK's folder. */
function inside(path: string): string | undefined {
  return isFile(path) ? path : (executable(join(path, 'bin')) ?? executable(path));
}

function executable(folder: string): string | undefined {
  return [join(folder, 'java'), join(folder, 'java.exe')].find(isFile);
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}

function missing(reason: string): never {
  throw new JavaError(`${reason}; ${WAY_OUT}`);
}

function versionText(java: string): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(java, ['-version'], { timeout: PATIENCE_MS }, (error, stdout, stderr) => {
      if (error) {
        reject(new JavaError(`${java} cannot be started (${error.message.trim()}); ${WAY_OUT}`));
      } else {
        resolve(stderr + stdout);
      }
    });
  });
}

/** 17 of `openjdk version "17.0.15"`, 8 of `java version "1.8.0_392"`. */
export function majorVersion(text: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(text);
  return match ? Number(match[1]) : undefined;
}
