package surety.eclipse.verification;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import surety.eclipse.states.Item;
import surety.eclipse.states.Verdict;

/** A row of the table: a property or query, or a group of them. */
sealed interface Row {
  /** Tells it from all others, however it stands. */
  String key();

  /** The properties and queries in it. */
  List<Item> items();

  /** What stands in a column. */
  String text(Column column);

  /** The verdict whose picture it has. */
  Verdict verdict();

  /** It and the rows in it, in their order. */
  default Stream<Row> all() {
    return Stream.of(this);
  }

  /**
   * A property or query.
   *
   * @param item where it stands
   */
  record Leaf(Item item) implements Row {
    @Override
    public String key() {
      return item.uri() + "\n" + item.status().name();
    }

    @Override
    public List<Item> items() {
      return List.of(item);
    }

    @Override
    public String text(Column column) {
      return column.of(item);
    }

    @Override
    public Verdict verdict() {
      return Verdict.of(item.status().state());
    }
  }

  /**
   * Some that belong together.
   *
   * @param title what they have in common
   */
  record Group(String title, List<Item> items) implements Row {
    /** What asks for attention first; a group is proved only if all of it is. */
    private static final List<Verdict> BY_URGENCY =
        List.of(
            Verdict.VIOLATED,
            Verdict.FAILED,
            Verdict.UNDECIDED,
            Verdict.RUNNING,
            Verdict.QUEUED,
            Verdict.STALE,
            Verdict.UNVERIFIED,
            Verdict.ANSWERED,
            Verdict.PROVED);

    @Override
    public String key() {
      return title;
    }

    @Override
    public String text(Column column) {
      return switch (column) {
        case NAME -> title;
        case STATE -> items.size() + " in all";
        case TITLE -> summary();
        default -> "";
      };
    }

    /** How many are in which state. */
    private String summary() {
      return BY_URGENCY.stream()
          .filter(verdict -> count(verdict) > 0)
          .map(verdict -> count(verdict) + " " + verdict.label())
          .collect(Collectors.joining(", "));
    }

    private long count(Verdict verdict) {
      return leaves().stream().filter(leaf -> leaf.verdict() == verdict).count();
    }

    @Override
    public Verdict verdict() {
      return BY_URGENCY.stream()
          .filter(verdict -> count(verdict) > 0)
          .findFirst()
          .orElse(Verdict.UNVERIFIED);
    }

    @Override
    public Stream<Row> all() {
      return Stream.concat(Stream.of(this), leaves().stream());
    }

    List<Row> leaves() {
      return items.stream().<Row>map(Leaf::new).toList();
    }
  }
}
