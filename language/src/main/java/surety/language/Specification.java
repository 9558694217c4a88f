package surety.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * What was read from a specification.
 *
 * @param text the whole text; empty if the file is not text, or too large
 * @param obligations the properties and queries without errors, in their order
 * @param settings the distributions without errors, in their order; one for several networks with
 *     each of them
 * @param diagnostics what is wrong, in the order of the text
 * @param declarations what it declares, right or wrong, in the order of the text
 * @param files the files of networks and histograms that it names, whether they are there or not,
 *     and those in which its networks keep weights
 */
public record Specification(
    Path file,
    String text,
    List<Obligation> obligations,
    List<Setting> settings,
    List<Diagnostic> diagnostics,
    List<Declaration> declarations,
    List<Path> files) {
  /** Refuses missing parts. */
  public Specification {
    Objects.requireNonNull(file);
    Objects.requireNonNull(text);
    obligations = List.copyOf(obligations);
    settings = List.copyOf(settings);
    diagnostics = List.copyOf(diagnostics);
    declarations = List.copyOf(declarations);
    files = List.copyOf(files);
  }

  /** A specification that declares nothing. */
  public Specification(
      Path file,
      String text,
      List<Obligation> obligations,
      List<Setting> settings,
      List<Diagnostic> diagnostics) {
    this(file, text, obligations, settings, diagnostics, List.of(), List.of());
  }
}
