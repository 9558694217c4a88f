package surety.report.difference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.report.StatementOutline;

/**
 * Something that a statement is made of and that is not what it was.
 *
 * @param what of the kind, such as the name of an input
 */
record Assumption(Kind kind, String what, String before, String after) {
  /** What there is to assume and to ask. */
  enum Kind {
    SEMANTICS("semantics"),
    NETWORK("network"),
    DISTRIBUTION("distribution"),
    QUESTION("what is asked"),
    LIMIT("limit");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final String NOTHING = "none";

  /** What changed; nothing if a run did not record it. */
  static List<Assumption> between(Recorded before, Recorded after) {
    List<Assumption> all = new ArrayList<>();
    if (before.statement().isPresent() && after.statement().isPresent()) {
      StatementOutline was = before.statement().get();
      StatementOutline is = after.statement().get();
      if (was.digest().equals(is.digest())) {
        return List.of();
      }
      add(all, Kind.SEMANTICS, "", was.semantics(), is.semantics());
      networks(was.networks(), is.networks(), all);
      distribution(was, is, all);
      if (!was.asked().equals(is.asked())) {
        all.add(
            new Assumption(Kind.QUESTION, "", question(before, after), question(after, before)));
      }
    }
    add(all, Kind.LIMIT, "", before.required().orElse(NOTHING), after.required().orElse(NOTHING));
    return all;
  }

  private static void add(List<Assumption> all, Kind kind, String what, String was, String is) {
    if (!was.equals(is)) {
      all.add(new Assumption(kind, what, was, is));
    }
  }

  /** In the words of the specification, if they tell the two apart. */
  private static String question(Recorded one, Recorded other) {
    Optional<String> text = one.text().filter(t -> other.text().isPresent());
    return text.filter(t -> !one.text().equals(other.text()))
        .orElseGet(() -> one.statement().orElseThrow().asked());
  }

  private static void networks(
      List<StatementOutline.NetworkFile> was,
      List<StatementOutline.NetworkFile> is,
      List<Assumption> all) {
    for (int k = 0; k < Math.max(was.size(), is.size()); k++) {
      String before = k < was.size() ? was.get(k).digest() : NOTHING;
      String after = k < is.size() ? is.get(k).digest() : NOTHING;
      String name = k < is.size() ? is.get(k).name() : was.get(k).name();
      add(all, Kind.NETWORK, name, before, after);
    }
  }

  /** Input by input, where they are independent in both; else line by line. */
  private static void distribution(
      StatementOutline was, StatementOutline is, List<Assumption> all) {
    if (was.law().equals(is.law())) {
      return;
    }
    boolean isByInput = was.law().size() == is.law().size() && isByInput(was) && isByInput(is);
    if (!isByInput) {
      String before = "%d lines".formatted(was.law().size());
      String after = "%d lines".formatted(is.law().size());
      int first = firstDifference(was.law(), is.law());
      all.add(
          new Assumption(
              Kind.DISTRIBUTION,
              "",
              before + line(was.law(), first),
              after + line(is.law(), first)));
      return;
    }
    for (int k = 1; k < was.law().size(); k++) {
      add(
          all,
          Kind.DISTRIBUTION,
          k - 1 < is.inputs().size() ? is.inputs().get(k - 1) : "x[" + (k - 1) + "]",
          withoutName(was.law().get(k)),
          withoutName(is.law().get(k)));
    }
  }

  private static int firstDifference(List<String> was, List<String> is) {
    int k = 0;
    while (k < was.size() && k < is.size() && was.get(k).equals(is.get(k))) {
      k++;
    }
    return k;
  }

  private static String line(List<String> lines, int k) {
    return k < lines.size() ? ", the first that differs: " + lines.get(k) : ", and no more";
  }

  /** One line for each input behind that with their number. */
  private static boolean isByInput(StatementOutline outline) {
    return outline.law().stream().skip(1).allMatch(line -> line.startsWith("x["));
  }

  private static String withoutName(String line) {
    return line.substring(line.indexOf(' ') + 1).replaceFirst("^~ ", "");
  }
}
