package surety.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was probably meant by arguments that have no place. */
final class WrongArguments {
  /** How checking is called elsewhere. */
  private static final Set<String> CHECK =
      Set.of("verify", "prove", "test", "bounds", "bound", "solve", "analyze", "analyse");

  private WrongArguments() {}

  /**
   * The message, where there is a better one than that they have no place.
   *
   * @param command the command that they stand behind, {@code surety} if there is none
   */
  static Optional<String> of(String command, List<String> unmatched) {
    String first = unmatched.get(0);
    if (command.equals("surety")) {
      if (isSpecification(first)) {
        return Optional.of(
            "'%1$s' is no command but what a command is for; write surety check %1$s"
                .formatted(first));
      }
      return CHECK.contains(first)
          ? Optional.of("'%s' is no command; write surety check".formatted(first))
          : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isSpecification(String argument) {
    try {
      return argument.endsWith(".sure") || Files.isDirectory(Path.of(argument));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** A message without the names of types of Java. */
  static String words(String message) {
    return message
        .replaceFirst("is not an int$", "is not a whole number up to " + Integer.MAX_VALUE)
        .replaceFirst("is not a long$", "is not a whole number up to " + Long.MAX_VALUE)
        .replaceFirst("is not a double$", "is not a number, such as 0.001 or 1e-3");
  }
}
