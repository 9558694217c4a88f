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
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.IResourceScopeCache;
import org.eclipse.xtext.util.Tuples;
import surety.language.storage.FileReasons;
import surety.language.storage.NearbyFiles;

/**
 * Reads the CSV files that a specification names, histograms and samples, each once as long as it
 * does not change, and for one reading of the specification only once: all that is said of it is
 * about the same bytes.
 */
@Singleton
public class CsvFiles {
  private static final int MOST_BYTES = 8 << 20;

  /** Large ones are some ten megabytes each when they are read. */
  private static final int MOST_KEPT = 16;

  private final IResourceScopeCache cache;
  private final SeenFiles<Outcome> seen = new SeenFiles<>(MOST_KEPT);

  @Inject
  CsvFiles(IResourceScopeCache cache) {
    this.cache = cache;
  }

  /** A file, or the message why there is none, behind the kind of file that is wanted. */
  private record Outcome(Optional<CsvFile> file, String refusal) {
    static Outcome of(String refusal) {
      return new Outcome(Optional.empty(), refusal);
    }

    CsvFile orThrow(String kind, String name) throws CsvException {
      return file.orElseThrow(() -> new CsvException(kind + " file '" + name + "'" + refusal));
    }
  }

  /** The same for all parts of a specification. */
  static CsvFiles around(EObject part) {
    return ((XtextResource) part.eResource()).getResourceServiceProvider().get(CsvFiles.class);
  }

  /** A histogram in a file whose path is relative to the specification that a part stands in. */
  HistogramFile histogram(EObject part, String name) throws CsvException {
    return outcome(part, name).orThrow("histogram", name).histogram(name);
  }

  /** Samples in such a file. */
  SampleTable samples(EObject part, String name) throws CsvException {
    return outcome(part, name).orThrow("sample", name).samples(name);
  }

  /** The columns of such a file, if it can be read. */
  public Optional<SampleTable.Columns> columns(EObject part, String name) {
    try {
      return Optional.of(outcome(part, name).orThrow("sample", name).columns(name));
    } catch (CsvException e) {
      return Optional.empty();
    }
  }

  /** SHA-256 of the file, if it can be read. */
  Optional<String> digest(EObject part, String name) {
    return name == null ? Optional.empty() : outcome(part, name).file().map(CsvFile::digest);
  }

  private Outcome outcome(EObject part, String name) {
    return cache.get(Tuples.create("csv", name), part.eResource(), () -> outcome(name, part));
  }

  private Outcome outcome(String name, EObject part) {
    Optional<Path> folder = NetworkFiles.folder(part);
    if (folder.isEmpty()) {
      return Outcome.of(" is relative to a specification without a folder");
    }
    try {
      Path file = folder.get().resolve(name);
      return Files.isRegularFile(file)
          ? seen.get(file, CsvFiles::read)
          : Outcome.of(" is not there" + NearbyFiles.wayOut(folder.get(), name, List.of(".csv")));
    } catch (InvalidPathException e) {
      return Outcome.of(" is not a path: " + e.getReason());
    } catch (IOException e) {
      return Outcome.of(" cannot be read: " + e.getMessage());
    }
  }

  /** A file that stands for itself, without a specification around it. */
  public static CsvFile samples(Path file) throws CsvException {
    try {
      return read(file).orThrow("sample", file.toString());
    } catch (IOException e) {
      throw new CsvException("sample file '" + file + "' cannot be read: " + FileReasons.of(e));
    }
  }

  private static Outcome read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      return Outcome.of(" is larger than " + (MOST_BYTES >> 20) + " MB; use fewer lines");
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Outcome(Optional.of(new CsvFile(bytes, text)), "");
    } catch (CharacterCodingException e) {
      return Outcome.of(" is not UTF-8 text");
    }
  }
}
