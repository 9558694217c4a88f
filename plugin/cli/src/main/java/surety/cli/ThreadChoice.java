package surety.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** How many threads search. */
final class ThreadChoice {
  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = ThreadsConverter.class,
      description =
          "How many threads search. Otherwise the specification's 'threads', or one for each core.")
  private Integer threads;

  /** What is said on the command line; nothing leaves it to the specification. */
  Optional<Integer> wanted() {
    return Optional.ofNullable(threads);
  }
}
