package surety.language;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import surety.certificates.statement.Statement;
import surety.certificates.statement.Verdict;

/**
 * A property or query without errors, ready to be checked.
 *
 * @param title the text in quotation marks, for people
 * @param networkFiles where the networks are, in the order of the statement
 * @param statement exactly what is claimed or asked
 * @param within the wanted gap between the bounds
 * @param timeout the time limit
 * @param threads how many threads search
 * @param expected the verdict in a comment {@code // EXPECT: PROVED} behind it
 * @param text what is claimed or asked, as it was written, in one line without comments
 * @param event the event that it asks or limits the probability of, likewise; empty if it is about
 *     something else
 * @param region where its name is
 * @param inputs the names of the network's inputs: as declared, else x[0], x[1] and so on
 * @param outputs the names of all networks' outputs, counted through, likewise; behind the
 *     network's and a point, if there are several
 * @param histograms the files that its histograms, and weights of its networks, are in, as they
 *     were read
 */
public record Obligation(
    String name,
    Optional<String> title,
    Kind kind,
    List<Path> networkFiles,
    Statement statement,
    Optional<WantedGap> within,
    Optional<Duration> timeout,
    Optional<Integer> threads,
    Optional<Verdict> expected,
    String text,
    Optional<String> event,
    Region region,
    List<String> inputs,
    List<String> outputs,
    List<DataFile> histograms) {
  /** Refuses missing parts. */
  public Obligation {
    Objects.requireNonNull(name);
    Objects.requireNonNull(title);
    Objects.requireNonNull(kind);
    networkFiles = List.copyOf(networkFiles);
    Objects.requireNonNull(statement);
    Objects.requireNonNull(within);
    Objects.requireNonNull(timeout);
    Objects.requireNonNull(threads);
    Objects.requireNonNull(expected);
    Objects.requireNonNull(text);
    Objects.requireNonNull(event);
    Objects.requireNonNull(region);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    histograms = List.copyOf(histograms);
  }

  /** Without a number of threads, the words of an event or histograms in files. */
  public Obligation(
      String name,
      Optional<String> title,
      Kind kind,
      List<Path> networkFiles,
      Statement statement,
      Optional<WantedGap> within,
      Optional<Duration> timeout,
      Optional<Verdict> expected,
      String text,
      Region region,
      List<String> inputs,
      List<String> outputs) {
    this(
        name,
        title,
        kind,
        networkFiles,
        statement,
        within,
        timeout,
        Optional.empty(),
        expected,
        text,
        Optional.empty(),
        region,
        inputs,
        outputs,
        List.of());
  }

  /** The files of the networks with the digests that the statement names, in its order. */
  public List<DataFile> networks() {
    List<DataFile> files = new ArrayList<>();
    for (int k = 0; k < networkFiles.size(); k++) {
      files.add(new DataFile(networkFiles.get(k), statement.networks().get(k).digest()));
    }
    return files;
  }

  /** All files that the statement was made from: if one changes, it may be another. */
  public List<DataFile> files() {
    List<DataFile> files = networks();
    files.addAll(histograms);
    return files;
  }

  /**
   * The same by the name of an event.
   *
   * @param words of the event
   */
  Obligation aboutEvent(String newName, String words) {
    return new Obligation(
        newName,
        title,
        kind,
        networkFiles,
        statement,
        within,
        timeout,
        threads,
        expected,
        text,
        Optional.of(words),
        region,
        inputs,
        outputs,
        histograms);
  }

  /** The same about an equal statement. */
  public Obligation about(Statement equal) {
    return with(equal, region);
  }

  /** The same with its name elsewhere. */
  public Obligation in(Region newRegion) {
    return with(statement, newRegion);
  }

  private Obligation with(Statement newStatement, Region newRegion) {
    return new Obligation(
        name,
        title,
        kind,
        networkFiles,
        newStatement,
        within,
        timeout,
        threads,
        expected,
        text,
        event,
        newRegion,
        inputs,
        outputs,
        histograms);
  }
}
