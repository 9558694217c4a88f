package surety.language;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import surety.language.syntax.TextLimits;

/**
 * Reads specifications. Whatever is in a file, it is never an exception: what is wrong becomes a
 * message, and a property or query has an obligation only if nothing that it needs is wrong. What
 * cannot be parsed takes nothing from what stands around it.
 */
public final class SpecificationReader {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparingInt(Diagnostic::offset).thenComparing(Diagnostic::severity);

  /**
   * Reads a file.
   *
   * @throws IOException if the file itself cannot be read
   */
  public Specification read(Path file) throws IOException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(TextLimits.MOST_BYTES + 1);
    }
    TextLimits.Reading reading = TextLimits.read(bytes);
    return reading.problem().isPresent()
        ? refused(file, reading.text(), reading.problem().get())
        : parse(file, reading.text());
  }

  /**
   * Reads a text.
   *
   * @param file where the text is from, or will be; it is not read, but files that are named in the
   *     text are relative to it
   */
  public Specification read(Path file, String text) {
    return TextLimits.check(text)
        .map(problem -> refused(file, text, problem))
        .orElseGet(() -> parse(file, text));
  }

  /**
   * What is wrong with a text, as far as it concerns only the text: that it is too large, or cannot
   * be parsed. A formatter can work on a text for which there is nothing.
   *
   * @param file for the messages; it is not read
   */
  public List<Diagnostic> syntaxErrors(Path file, String text) {
    Optional<TextLimits.Problem> problem = TextLimits.check(text);
    if (problem.isPresent()) {
      return refused(file, text, problem.get()).diagnostics();
    }
    return new ParsedSpecification(file, text)
        .issues().stream()
            .filter(Issue::isSyntaxError)
            .map(issue -> Diagnostics.of(issue, file))
            .sorted(ORDER)
            .toList();
  }

  private static Specification refused(Path file, String text, TextLimits.Problem problem) {
    Diagnostic diagnostic =
        new Diagnostic(
            Severity.ERROR,
            problem.code(),
            problem.message(),
            file,
            problem.line(),
            problem.column(),
            problem.offset(),
            0);
    return new Specification(file, text, List.of(), List.of(), List.of(diagnostic));
  }

  private static Specification parse(Path file, String text) {
    ParsedSpecification parsed = new ParsedSpecification(file, text);
    return read(file, text, parsed, parsed.issues());
  }

  /**
   * What an editor has parsed and validated, without doing it again.
   *
   * @param issues all that the validation found
   */
  public static Specification read(
      Path file, String text, XtextResource resource, List<Issue> issues) {
    return read(file, text, new ParsedSpecification(resource), issues);
  }

  /** What a text declares that an editor has parsed. */
  public static List<Declaration> declarations(XtextResource resource) {
    return new ParsedSpecification(resource).model().map(Outline::declarations).orElse(List.of());
  }

  private static Specification read(
      Path file, String text, ParsedSpecification parsed, List<Issue> issues) {
    List<Diagnostic> diagnostics = diagnostics(file, issues);
    boolean isBroken = !parsed.isWellFormed();
    ParsedSpecification intact = isBroken ? parsed.intact(file, text) : parsed;
    Obligations obligations =
        Obligations.of(intact, file, isBroken ? diagnostics(file, intact.issues()) : diagnostics);
    Set<Path> files = new LinkedHashSet<>();
    parsed.model().ifPresent(m -> files.addAll(Outline.files(m, file)));
    intact.model().ifPresent(m -> files.addAll(Outline.files(m, file)));
    // Networks may keep weights in files that only their own files name.
    obligations.all().forEach(o -> o.histograms().forEach(made -> files.add(made.file())));
    return new Specification(
        file,
        text,
        obligations.all(),
        obligations.settings(),
        diagnostics,
        parsed.model().map(Outline::declarations).orElse(List.of()),
        List.copyOf(files));
  }

  private static List<Diagnostic> diagnostics(Path file, List<Issue> issues) {
    return issues.stream().map(issue -> Diagnostics.of(issue, file)).sorted(ORDER).toList();
  }
}
