package surety.language.workspace;

import surety.language.syntax.TextLimits;

/**
 * How far a workspace is looked through. What is beyond is passed over.
 *
 * @param specifications the most that are read
 * @param entries the most files and folders of any kind that are looked at
 * @param depth the most folders in each other, below a folder of the workspace
 * @param bytes the largest specification
 */
public record WorkspaceLimits(int specifications, int entries, int depth, long bytes) {
  /** For a workspace that people work in. */
  public static WorkspaceLimits defaults() {
    return new WorkspaceLimits(10_000, 1_000_000, 32, TextLimits.MOST_BYTES);
  }
}
