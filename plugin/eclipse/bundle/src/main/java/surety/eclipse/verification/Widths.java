package surety.eclipse.verification;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes columns as wide as what stands in them, until somebody changes their width. They grow only,
 * so that nothing jumps while numbers change. The claim takes what room is left.
 */
final class Widths {
  /** A claim is still told from others by its beginning. */
  static final int LEAST_FOR_CLAIM = 165;

  private static final int CLAIM = List.of(Column.values()).indexOf(Column.CLAIM);

  private final Grid grid;
  private final Map<Integer, Integer> given = new HashMap<>();

  Widths(Grid grid) {
    this.grid = grid;
  }

  /** What has columns, one for each {@link Column}, in that order. */
  interface Grid {
    /** How wide each column would have to be to show all that is in it. */
    int[] wanted();

    /** How wide all columns can be together without a scroll. */
    int room();

    int width(int column);

    /** Whether a column has all the room that the others leave, whatever width it was given. */
    boolean isStretched(int column);

    void resize(int column, int width);
  }

  /** Fits all of them to what is in the table now. */
  void fit() {
    int[] wanted = grid.wanted();
    int others = 0;
    for (int i = 0; i < wanted.length; i++) {
      if (i != CLAIM) {
        give(i, Math.max(wanted[i], width(i)));
        others += width(i);
      }
    }
    int left = Math.max(LEAST_FOR_CLAIM, grid.room() - others);
    give(CLAIM, Math.min(wanted[CLAIM], left));
  }

  /** As wide as it is, or as it would be if nothing were left over. */
  private int width(int column) {
    return grid.isStretched(column) ? given.getOrDefault(column, 0) : grid.width(column);
  }

  private void give(int column, int width) {
    // A width that is not the one given before was chosen by hand.
    boolean isChosen = given.containsKey(column) && given.get(column) != width(column);
    if (!isChosen && width(column) != width) {
      given.put(column, width);
      grid.resize(column, width);
    }
  }
}
