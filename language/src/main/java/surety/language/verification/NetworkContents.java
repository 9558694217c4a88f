package surety.language.verification;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import surety.language.Obligation;

/**
 * What is known of network files that were reported as changed. Nothing that depends on such a file
 * is shown before its new content is known to be the one that the statement is about.
 */
final class NetworkContents {
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

  /** Whether the statement is about another content than was read last. */
  boolean contradicts(Path file, String digest) {
    Content content = contents.get(file);
    return content != null && content.isRead() && !content.digest().equals(Optional.of(digest));
  }

  /** Why the obligation's statement may not be about its network file, if so. */
  Optional<String> doubt(Path file, Obligation obligation) {
    Content content = contents.get(file);
    String digest = obligation.statement().networkDigest();
    if (content == null || content.digest().equals(Optional.of(digest))) {
      return Optional.empty();
    }
    String name = "the network file " + obligation.networkFile();
    if (!content.isRead()) {
      return Optional.of(name + " changed and is being read");
    }
    return Optional.of(
        content.digest().isPresent() ? name + " changed" : name + " can no longer be read");
  }
}
