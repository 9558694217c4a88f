package surety.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import surety.certificates.statement.RegionStatement;

/**
 * A distribution without errors: a network with random inputs, of which nothing is claimed yet.
 *
 * @param name of the distribution
 * @param network its name in the specification
 * @param networkFile where it is
 * @param statement which network and inputs
 * @param randomNames the names of the random inputs, in their order; {@code x[2]} for one without
 * @param outputNames likewise of the outputs
 */
public record Setting(
    String name,
    String network,
    Path networkFile,
    RegionStatement statement,
    List<String> randomNames,
    List<String> outputNames) {
  /** Refuses missing parts. */
  public Setting {
    Objects.requireNonNull(name);
    Objects.requireNonNull(network);
    Objects.requireNonNull(networkFile);
    Objects.requireNonNull(statement);
    randomNames = List.copyOf(randomNames);
    outputNames = List.copyOf(outputNames);
  }
}
