package surety.eclipse.preferences;

import java.util.regex.Pattern;
import surety.eclipse.server.Java;

/**
 * What can be written into the fields of the page; empty always can, and leaves it to the server.
 * Each rule returns what is wrong, for people, or nothing.
 */
final class Rules {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,4}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern TIME = Pattern.compile("(" + NUMBER + ")\\s*(ms|s|min|h)");

  private Rules() {}

  static String threads(String text) {
    String given = text.strip();
    boolean isFine =
        given.isEmpty() || (WHOLE.matcher(given).matches() && Integer.parseInt(given) > 0);
    return isFine ? "" : "Threads: '" + given + "' is no number from 1.";
  }

  static String timeout(String text) {
    String given = text.strip();
    boolean isFine = given.isEmpty() || (TIME.matcher(given).matches() && isPositive(given));
    return isFine ? "" : "Time limit: '" + given + "' is no time such as 60 s.";
  }

  static String gap(String text) {
    String given = text.strip();
    boolean isFine = given.isEmpty() || (NUMBER.matcher(given).matches() && isPositive(given));
    return isFine ? "" : "Gap: '" + given + "' is no number above 0.";
  }

  static String java(String text) {
    String problem = Java.hindrance(text.strip());
    return problem.isEmpty() ? "" : "Java: " + problem + ".";
  }

  /** Whether some digit before the exponent is not 0. */
  private static boolean isPositive(String number) {
    return number.matches("[0.]*[1-9].*");
  }
}
