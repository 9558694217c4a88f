package surety.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Commands as they are typed into a POSIX shell. */
public final class ShellWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellWords() {}

  /** The words, with quotation marks around those that a shell would take apart. */
  public static String of(List<String> words) {
    return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** The command that did all of it. */
  public static String of(Run run) {
    return "surety " + of(run.arguments());
  }

  /** The command that replays the certificate of an outcome; nothing if it has none. */
  public static Optional<String> replay(Checked checked, Outcome outcome) {
    return outcome.certificate().map(file -> replay(checked.specification(), file));
  }

  private static String replay(String specification, Path certificate) {
    return of(
        List.of(
            "surety",
            "replay",
            "--specification",
            specification,
            "--certificate",
            certificate.toString()));
  }
}
