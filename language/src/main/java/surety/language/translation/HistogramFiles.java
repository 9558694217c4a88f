package surety.language.translation;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import surety.certificates.replay.Sha256;
import surety.language.storage.NearbyFiles;

/**
 * Reads the histogram files that a specification names, each once as long as it does not change,
 * and for one reading of the specification only once: all that is said of it is about the same
 * bytes.
 */
@Singleton
public class HistogramFiles {
  private static final int MOST_BYTES = 8 << 20;

  /** Large ones are some ten megabytes each when they are read. */
  private static final int MOST_KEPT = 16;

  private final IResourceScopeCache cache;
  private final SeenFiles<Outcome> seen = new SeenFiles<>(MOST_KEPT);

  @Inject
  HistogramFiles(IResourceScopeCache cache) {
    this.cache = cache;
  }

  /** The histogram and the digest of the file, or the message why there is none. */
  private record Outcome(Optional<HistogramFile> histogram, String digest, String refusal) {
    static Outcome of(String refusal) {
      return new Outcome(Optional.empty(), "", refusal);
    }
  }

  /** The same for all parts of a specification. */
  static HistogramFiles around(EObject part) {
    return ((XtextResource) part.eResource())
        .getResourceServiceProvider()
        .get(HistogramFiles.class);
  }

  /** A file whose path is relative to the specification that a part stands in. */
  HistogramFile read(EObject part, String name) throws HistogramFile.Refused {
    Outcome outcome = outcome(part, name);
    if (outcome.histogram().isEmpty()) {
      throw new HistogramFile.Refused(outcome.refusal());
    }
    return outcome.histogram().get();
  }

  /** SHA-256 of the file, if it is a histogram. */
  Optional<String> digest(EObject part, String name) {
    Outcome outcome = outcome(part, name);
    return outcome.histogram().map(histogram -> outcome.digest());
  }

  private Outcome outcome(EObject part, String name) {
    return cache.get(Tuples.create("histogram", name), part.eResource(), () -> outcome(name, part));
  }

  private Outcome outcome(String name, EObject part) {
    Optional<Path> folder = NetworkFiles.folder(part);
    String what = "histogram file '" + name + "'";
    if (folder.isEmpty()) {
      return Outcome.of(what + " is relative to a specification without a folder");
    }
    try {
      Path file = folder.get().resolve(name);
      return Files.isRegularFile(file)
          ? seen.get(file, f -> read(name, f))
          : Outcome.of(what + " is not there" + NearbyFiles.wayOut(folder.get(), name, ".csv"));
    } catch (InvalidPathException e) {
      return Outcome.of(what + " is not a path: " + e.getReason());
    } catch (IOException e) {
      return Outcome.of(what + " cannot be read: " + e.getMessage());
    }
  }

  private static Outcome read(String name, Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    String what = "histogram file '" + name + "'";
    if (bytes.length > MOST_BYTES) {
      return Outcome.of(what + " is larger than " + (MOST_BYTES >> 20) + " MB; use fewer bins");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Outcome(Optional.of(HistogramFile.parse(name, text)), Sha256.of(bytes), "");
    } catch (CharacterCodingException e) {
      return Outcome.of(what + " is not UTF-8 text");
    } catch (HistogramFile.Refused e) {
      return Outcome.of(e.getMessage());
    }
  }
}
