package surety.language.problems;

import java.util.Set;

/** What stands for all other cases elsewhere; here each line says itself when it holds. */
public final class OtherCases {
  private static final Set<String> WORDS = Set.of("otherwise", "else", "default");

  private OtherCases() {}

  /** Whether a word is one of these. */
  public static boolean contain(String word) {
    return WORDS.contains(word);
  }

  /** The message on such a word. */
  public static String message(String word) {
    return "there is no '"
        + word
        + "' for the cases that are left; name them, as in b ~ Normal(0, 1) given not (a == 0)";
  }
}
