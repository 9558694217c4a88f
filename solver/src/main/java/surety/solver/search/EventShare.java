package surety.solver.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import surety.solver.search.PlainEvent.And;
import surety.solver.search.PlainEvent.Comparison;
import surety.solver.search.PlainEvent.Not;
import surety.solver.search.PlainEvent.Or;

/**
 * Bounds of the share of a cell in which an event happens, by the kernel's leaf rule: comparisons
 * that are decided on the cell are taken out of the term; what is left is a union of intervals
 * where it is about one row only, else Frechet's inequalities go up the term. The parts of a
 * conjunction that are about the same row count as one.
 */
final class EventShare {
  private EventShare() {}

  static Share of(PlainEvent event, RowBounds bounds) {
    return event instanceof Comparison atom
        ? below(atom, bounds)
        : ofOpen(open(event, bounds), bounds);
  }

  /**
   * The event without what is decided on the cell: {@link PlainEvent#always}, {@link
   * PlainEvent#never}, or a term of open comparisons in which only these are negated.
   */
  static PlainEvent open(PlainEvent event, RowBounds bounds) {
    return open(event, bounds, false);
  }

  /** How many rows the comparisons are about. */
  static int rows(PlainEvent event) {
    TreeSet<Integer> rows = new TreeSet<>();
    event.atoms().forEach(atom -> rows.add(atom.row()));
    return rows.size();
  }

  private static Share below(Comparison atom, RowBounds bounds) {
    return bounds.below(atom.row(), atom.threshold(), atom.inclusive());
  }

  /** The same of the complement, if it is to be negated. */
  static PlainEvent open(PlainEvent event, RowBounds bounds, boolean negated) {
    if (event instanceof Comparison atom) {
      Share share = below(atom, bounds);
      if (share.isAll() || share.isNone()) {
        return share.isAll() != negated ? PlainEvent.always() : PlainEvent.never();
      }
      return negated ? new Not(atom) : atom;
    }
    if (event instanceof Not not) {
      return open(not.part(), bounds, !negated);
    }
    boolean isAnd = event instanceof And != negated;
    List<PlainEvent> kept = new ArrayList<>();
    for (PlainEvent part : parts(event)) {
      PlainEvent open = open(part, bounds, negated);
      if (open.equals(isAnd ? PlainEvent.never() : PlainEvent.always())) {
        return open;
      }
      if (isAnd ? open instanceof And : open instanceof Or) {
        kept.addAll(parts(open));
      } else {
        kept.add(open);
      }
    }
    return kept.size() == 1 ? kept.get(0) : isAnd ? new And(kept) : new Or(kept);
  }

  private static List<PlainEvent> parts(PlainEvent event) {
    return event instanceof And and ? and.parts() : ((Or) event).parts();
  }

  private static Share ofOpen(PlainEvent open, RowBounds bounds) {
    if (open instanceof Comparison atom) {
      return below(atom, bounds);
    }
    if (open instanceof Not not) {
      return ofOpen(not.part(), bounds).complement();
    }
    int row = onlyRow(open);
    if (row >= 0) {
      return ofOneRow(open, row, bounds);
    }
    boolean isAnd = open instanceof And;
    Share all = Share.ALL;
    for (PlainEvent part : byRow(parts(open), isAnd)) {
      Share share = ofOpen(part, bounds);
      all = all.and(isAnd ? share : share.complement());
    }
    return isAnd ? all : all.complement();
  }

  /** The row that all comparisons are about; -1 if there are others, or none. */
  private static int onlyRow(PlainEvent event) {
    int row = -1;
    for (Comparison atom : event.atoms()) {
      if (row >= 0 && atom.row() != row) {
        return -1;
      }
      row = atom.row();
    }
    return row;
  }

  /** Joins the parts that are about one row each, row by row. */
  private static Collection<PlainEvent> byRow(List<PlainEvent> parts, boolean isAnd) {
    TreeMap<Integer, List<PlainEvent>> rows = new TreeMap<>();
    List<PlainEvent> result = new ArrayList<>();
    for (PlainEvent part : parts) {
      int row = onlyRow(part);
      if (row >= 0) {
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(part);
      } else {
        result.add(part);
      }
    }
    rows.values()
        .forEach(
            same ->
                result.add(same.size() == 1 ? same.get(0) : isAnd ? new And(same) : new Or(same)));
    return result;
  }

  /**
   * The thresholds cut the row's values into intervals; the event is the union of some of them.
   * Adjacent ones count as one, so that each end is used once.
   */
  private static Share ofOneRow(PlainEvent event, int row, RowBounds bounds) {
    if (event.atoms().isEmpty()) {
      return event.equals(PlainEvent.always()) ? Share.ALL : Share.NONE;
    }
    double lower = 0;
    double upper = 0;
    Share start = Share.NONE;
    boolean inside = holdsBeyond(event, new Comparison(row, Double.NEGATIVE_INFINITY, false));
    for (Comparison end : new TreeSet<>(event.atoms())) {
      if (holdsBeyond(event, end) != inside) {
        Share share = below(end, bounds);
        if (inside) {
          lower += Math.max(0, share.lower() - start.upper());
          upper += share.upper() - start.lower();
        }
        start = share;
        inside = !inside;
      }
    }
    if (inside) {
      lower += 1 - start.upper();
      upper += 1 - start.lower();
    }
    return new Share(Math.min(lower, 1), Math.max(lower, Math.min(upper, 1)));
  }

  /** Whether it happens for the values that are just not below the end. */
  private static boolean holdsBeyond(PlainEvent event, Comparison end) {
    if (event instanceof Comparison atom) {
      return atom.compareTo(end) > 0;
    }
    if (event instanceof Not not) {
      return !holdsBeyond(not.part(), end);
    }
    return event instanceof And and
        ? and.parts().stream().allMatch(part -> holdsBeyond(part, end))
        : ((Or) event).parts().stream().anyMatch(part -> holdsBeyond(part, end));
  }
}
