package surety.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import surety.language.Diagnostic;
import surety.language.Severity;
import surety.language.Specification;
import surety.language.SpecificationReader;
import surety.language.storage.FileReasons;
import surety.language.storage.NetworkSuffixes;

/** Reads specifications, and tells the user what is wrong with them. */
final class Specifications {
  private Specifications() {}

  /**
   * The specification in the file, right or wrong; its diagnostics are printed to standard error.
   *
   * @throws Failure if the file cannot be read, or is named as networks are
   */
  static Specification read(Path file, Context context) throws Failure {
    requireFile(file, "specification");
    if (NetworkSuffixes.isOne(file.toString())) {
      throw new Failure(
          ExitStatus.BAD_INPUT,
          file
              + " is a network, not a specification; 'surety new "
              + file
              + "' makes a first specification of it");
    }
    try {
      Specification specification = new SpecificationReader().read(file);
      specification.diagnostics().forEach(d -> context.terminal().err().println(line(d, file)));
      return specification;
    } catch (IOException e) {
      throw new Failure(ExitStatus.BAD_INPUT, file + ": " + FileReasons.of(e), e);
    }
  }

  /** Whether an error makes the specification unusable. */
  static boolean hasErrors(Specification specification) {
    return specification.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** The end of a command whose specification is wrong. */
  static Failure wrong(Path file, List<Diagnostic> diagnostics) {
    long errors = diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    return new Failure(
        ExitStatus.BAD_INPUT,
        file + " has " + errors + (errors == 1 ? " error" : " errors") + "; nothing was done");
  }

  /** {@code file:line:column: error: message}, with the file as the user named it. */
  static String line(Diagnostic diagnostic, Path file) {
    return file
        + ":"
        + diagnostic.line()
        + ":"
        + diagnostic.column()
        + ": "
        + diagnostic.severity().name().toLowerCase(Locale.ROOT)
        + ": "
        + diagnostic.message();
  }

  static void requireFile(Path file, String what) throws Failure {
    if (!Files.exists(file)) {
      throw new Failure(ExitStatus.BAD_INPUT, file + ": there is no such " + what);
    }
    if (Files.isDirectory(file)) {
      throw new Failure(
          ExitStatus.BAD_INPUT, file + " is a folder; name a " + what + " file in it");
    }
  }
}
