package surety.report.writing;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Files as URIs that mean the same in another copy of the project: relative to where one works. */
final class RelativeUri {
  private RelativeUri() {}

  /**
   * As relative as it can be: what is elsewhere goes up, and what is on another drive is absolute.
   */
  static String of(String file) {
    Path here = Path.of("").toAbsolutePath().normalize();
    Path there = here.resolve(file).normalize();
    if (!here.getRoot().equals(there.getRoot())) {
      return there.toUri().toString();
    }
    return StreamSupport.stream(here.relativize(there).spliterator(), false)
        .map(part -> segment(part.toString()))
        .collect(Collectors.joining("/"));
  }

  /** A part of a path, with what means something else in a URI escaped. */
  private static String segment(String name) {
    try {
      // A path of two segments, for a first one with a colon would be a scheme.
      String raw = new URI(null, null, "/" + name, null).toASCIIString().substring(1);
      return raw.replace(":", "%3A");
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException("a name that is no part of a URI: " + name, e);
    }
  }
}
