package surety.language.workspace;

import java.nio.file.Path;
import surety.language.Specification;

/** Hears of specifications that no editor has open. All methods must return at once. */
public interface WorkspaceListener {
  /** A specification was read, for the first time or again. */
  void read(Specification specification);

  /** A specification is no longer there, or no longer in a folder of the workspace. */
  void gone(Path file);

  /** There are more specifications than are read. */
  default void tooMany(int most) {}
}
