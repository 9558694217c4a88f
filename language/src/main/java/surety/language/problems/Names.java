package surety.language.problems;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names in messages: the nearest one to a misspelt name, and lists that stay short. */
public final class Names {
  private static final int LONGEST_LIST = 8;
  private static final int SHORT = 3;
  private static final int LONGEST_COMPARED = 64;
  private static final int MOST_COMPARED = 1000;

  private Names() {}

  /**
   * The name that was probably meant: the nearest by edit distance, if at most every third
   * character differs. Names of one or two characters may differ by their case only. Only the first
   * thousand names of up to 64 characters are compared, which bounds the time.
   */
  public static Optional<String> nearest(String name, Collection<String> names) {
    int most = name.length() < SHORT ? 0 : Math.max(1, name.length() / 3);
    return names.stream()
        .limit(MOST_COMPARED)
        .filter(candidate -> Math.max(candidate.length(), name.length()) <= LONGEST_COMPARED)
        .filter(candidate -> distance(name, candidate) <= most)
        .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
  }

  /** The names between commas; of a long list its beginning and how many more there are. */
  public static String list(List<String> names) {
    if (names.size() <= LONGEST_LIST) {
      return String.join(", ", names);
    }
    return names.stream().limit(LONGEST_LIST - 1L).collect(Collectors.joining(", "))
        + " and "
        + (names.size() - LONGEST_LIST + 1)
        + " more";
  }

  /** A number of things, such as {@code 1 edge} or {@code 2 edges}. */
  public static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  /**
   * Damerau's distance with adjacent transpositions, by dynamic programming: how many insertions,
   * deletions, substitutions and swaps turn one name into the other. Case is ignored.
   */
  private static int distance(String left, String right) {
    String a = left.toLowerCase(java.util.Locale.ROOT);
    String b = right.toLowerCase(java.util.Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
        best = Math.min(best, cost[i - 1][j - 1] + substitution);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        cost[i][j] = swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
      }
    }
    return cost[a.length()][b.length()];
  }
}
