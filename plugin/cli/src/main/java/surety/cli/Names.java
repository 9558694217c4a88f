package surety.cli;

import java.util.List;
import surety.language.Obligation;

/** Lists of names in messages. */
final class Names {
  private static final int MOST = 12;

  private Names() {}

  /** For instance {@code 'rare', 'frequent'}; a long list is cut, and says so. */
  static String of(List<Obligation> obligations) {
    String list =
        String.join(", ", obligations.stream().limit(MOST).map(o -> "'" + o.name() + "'").toList());
    int rest = obligations.size() - MOST;
    return rest > 0 ? list + " and " + rest + " more" : list;
  }
}
