package surety.report.difference;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is left of a run.
 *
 * @param source the file or folder
 * @param isReplayable whether its bounds are what certificates claim that nobody replayed here
 * @param results of its properties and queries
 */
public record RecordedRun(Path source, boolean isReplayable, List<Recorded> results) {
  static final String RESULTS = "results.json";

  /** Keeps a copy. */
  public RecordedRun {
    results = List.copyOf(results);
  }

  /**
   * Reads the JSON of a check, a folder with {@code results.json} in it, or one with certificates.
   *
   * @throws UnreadableRunException if it is none of these
   */
  public static RecordedRun read(Path source) throws UnreadableRunException {
    if (!Files.exists(source)) {
      throw new UnreadableRunException(source + ": there is no such file or folder");
    }
    if (!Files.isDirectory(source)) {
      return ResultsReader.read(source);
    }
    Path results = source.resolve(RESULTS);
    return Files.exists(results) ? ResultsReader.read(results) : CertificatesReader.read(source);
  }

  /** The specifications that it is about, by the stems of their names. */
  List<String> specifications() {
    return results.stream().map(Recorded::specification).distinct().toList();
  }
}
