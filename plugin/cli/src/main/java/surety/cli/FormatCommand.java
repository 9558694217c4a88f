package surety.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import surety.language.Diagnostic;
import surety.language.SpecificationFormatter;
import surety.language.SpecificationReader;
import surety.language.storage.AtomicFile;
import surety.language.storage.FileReasons;
import surety.language.syntax.TextLimits;

/** {@code surety format}: the one layout of a specification. */
@Command(
    name = "format",
    description = {"Format specifications in place, or check that they are formatted."},
    footer = {
      "",
      "Exit status: 0 done, or with --check all are formatted; 3 with --check some is not,",
      "or a specification cannot be read; 2 wrong usage, or a file cannot be written."
    })
final class FormatCommand implements Callable<Integer> {
  private final Context context;
  private final SpecificationReader reader = new SpecificationReader();
  private final SpecificationFormatter formatter = new SpecificationFormatter();

  @Parameters(paramLabel = "F.sure", arity = "1..*", description = "The specifications.")
  private List<Path> files;

  @Option(
      names = "--check",
      description = "Change nothing; name the files that are not formatted, and fail if any is.")
  private boolean check;

  FormatCommand(Context context) {
    this.context = context;
  }

  /** A file that cannot be formatted does not keep the others from it. */
  @Override
  public Integer call() throws Failure {
    ExitStatus status = ExitStatus.OK;
    for (Path file : files) {
      try {
        if (!formatted(file)) {
          status = ExitStatus.BAD_INPUT;
        }
      } catch (Failure failure) {
        context.say(failure.getMessage());
        status = failure.status();
      }
    }
    return status.code();
  }

  /** Whether the file is formatted now. */
  private boolean formatted(Path file) throws Failure {
    Specifications.requireFile(file, "specification");
    String text = text(file);
    List<Diagnostic> errors = reader.syntaxErrors(file, text);
    if (!errors.isEmpty()) {
      errors.forEach(error -> context.terminal().err().println(Specifications.line(error, file)));
      throw new Failure(ExitStatus.BAD_INPUT, file + " cannot be formatted; it was left alone");
    }
    String wanted = formatter.format(text);
    if (wanted.equals(text)) {
      return true;
    }
    if (check) {
      context.terminal().out().println(file + " is not formatted");
      return false;
    }
    try {
      AtomicFile.write(file, wanted.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new Failure(ExitStatus.USAGE, file + " cannot be written: " + FileReasons.of(e), e);
    }
    context.terminal().out().println("formatted " + file);
    return true;
  }

  private static String text(Path file) throws Failure {
    try (InputStream in = Files.newInputStream(file)) {
      TextLimits.Reading reading = TextLimits.read(in.readNBytes(TextLimits.MOST_BYTES + 1));
      if (reading.problem().isPresent()) {
        throw new Failure(ExitStatus.BAD_INPUT, file + ": " + reading.problem().get().message());
      }
      return reading.text();
    } catch (IOException e) {
      throw new Failure(ExitStatus.BAD_INPUT, file + ": " + FileReasons.of(e), e);
    }
  }
}
