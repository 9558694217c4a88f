package surety.cli;

import java.util.List;
import surety.language.Obligation;

/** Lists of names in messages. */
final class Names {
  private static final int MOST = 12;

  private Names() {}

  /** For instance {@code 'rare', 'frequent'}; a long list is cut, and says so. */
  static String of(List<Obligation> obligations) {
    return quoted(obligations.stream().map(Obligation::name).toList());
  }

  /** The same of any words. */
  static String quoted(List<String> words) {
    String list = String.join(", ", words.stream().limit(MOST).map(w -> "'" + w + "'").toList());
    int rest = words.size() - MOST;
    return rest > 0 ? list + " and " + rest + " more" : list;
  }
}
