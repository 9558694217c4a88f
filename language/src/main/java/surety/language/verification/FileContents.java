package surety.language.verification;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import surety.language.DataFile;
import surety.language.Obligation;

/**
 * What is known of files that were reported as changed: networks and histograms. Nothing that
 * depends on such a file is shown before its new content is known to be the one that the statement
 * was made from.
 */
final class FileContents {
  /** A digest, or nothing as long as the file is being read, or if it could not be read. */
  private record Content(long reading, boolean isRead, Optional<String> digest) {}

  private final Map<Path, Content> contents = new HashMap<>();
  private long readings;

  /** A file changed. The number belongs to the reading that must follow. */
  long changed(Path file) {
    readings++;
    contents.put(file, new Content(readings, false, Optional.empty()));
    return readings;
  }

  /** A reading came to its end; one that was overtaken by another change is not believed. */
  void read(Path file, long reading, Optional<String> digest) {
    Content content = contents.get(file);
    if (content != null && content.reading() == reading) {
      contents.put(file, new Content(reading, true, digest));
    }
  }

  /** Whether a statement was made from another content than was read last. */
  boolean contradicts(DataFile made) {
    Content content = contents.get(Paths.key(made.file()));
    return content != null
        && content.isRead()
        && !content.digest().equals(Optional.of(made.digest()));
  }

  /** Why the obligation's statement may not be what its files say, if so. */
  Optional<String> doubt(Obligation obligation) {
    return obligation.files().stream()
        .flatMap(made -> doubt(made, obligation).stream())
        .findFirst();
  }

  private Optional<String> doubt(DataFile made, Obligation obligation) {
    Content content = contents.get(Paths.key(made.file()));
    if (content == null || content.digest().equals(Optional.of(made.digest()))) {
      return Optional.empty();
    }
    boolean isNetwork = obligation.networkFiles().contains(made.file());
    String name = (isNetwork ? "the network file " : "the data file ") + made.file();
    if (!content.isRead()) {
      return Optional.of(name + " changed and is being read");
    }
    return Optional.of(
        content.digest().isPresent() ? name + " changed" : name + " can no longer be read");
  }
}
