package surety.certificates.proof;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import surety.certificates.rejection.RejectedException;

/**
 * The rules of one proof tree, some of them read ahead, so that the rules of a small subtree can be
 * handed out together. No more is read than the tree has.
 */
final class RuleWindow {
  /** So many rules are read ahead at most, and so many a subtree has that is handed out. */
  private static final int AHEAD = 512;

  private final ProofReader reader;
  private final int dimension;
  private final ArrayDeque<Entry> ahead = new ArrayDeque<>();

  /** Those that have been read and have parts that have not, the outermost last. */
  private final Deque<Entry> unfinished = new ArrayDeque<>();

  /** How many cells there are of which the rule has not been read. */
  private long open = 1;

  private long read;
  private Optional<RejectedException> failure = Optional.empty();

  /** A rule, how many of its parts are unfinished, and the length of its subtree; 0 until then. */
  private static final class Entry {
    private final Rule rule;
    private final long number;
    private long parts;
    private long length;

    Entry(Rule rule, long number, long parts) {
      this.rule = rule;
      this.number = number;
      this.parts = parts;
    }
  }

  RuleWindow(ProofReader reader, int dimension) {
    this.reader = reader;
    this.dimension = dimension;
  }

  /**
   * Rules that follow one another.
   *
   * @param isWhole whether they are those of a cell and of all below it; else the first of these
   */
  record Rules(List<Rule> rules, boolean isWhole) {}

  /**
   * The rules of the next cell and of all below it; only its own rule, if these are many.
   *
   * @throws RejectedException if the tree ends early or has an unknown rule
   */
  Rules next() throws IOException, RejectedException {
    while (open > 0 && ahead.size() < AHEAD && failure.isEmpty()) {
      read();
    }
    if (ahead.isEmpty() && failure.isPresent()) {
      throw failure.get();
    }
    boolean isWhole = ahead.element().length > 0;
    long length = Math.max(1, ahead.element().length);
    List<Rule> rules = new ArrayList<>((int) length);
    for (long k = 0; k < length; k++) {
      rules.add(ahead.remove().rule);
    }
    return new Rules(rules, isWhole);
  }

  private void read() throws IOException {
    try {
      add(reader.next(dimension));
    } catch (RejectedException e) {
      failure = Optional.of(e); // what is wrong with cells before it comes first
    }
  }

  private void add(Rule rule) {
    Entry entry = new Entry(rule, read++, rule.parts(dimension));
    open += entry.parts - 1;
    ahead.add(entry);
    unfinished.push(entry);
    while (!unfinished.isEmpty() && unfinished.element().parts == 0) {
      Entry finished = unfinished.pop();
      finished.length = read - finished.number;
      if (!unfinished.isEmpty()) {
        unfinished.element().parts--;
      }
    }
  }
}
