package surety.eclipse.verification;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the columns of the table their widths: those that people chose, else fixed ones that do not
 * depend on what stands in them, so that nothing that is long pushes others out of sight. What is
 * elastic shares what room is left.
 */
final class Widths {
  private final Grid grid;
  private final Memory memory;
  private final Map<Column, Integer> given = new EnumMap<>(Column.class);

  Widths(Grid grid, Memory memory) {
    this.grid = grid;
    this.memory = memory;
  }

  /** What has columns. */
  interface Grid {
    /** The width of a usual letter. */
    int letter();

    /** How wide all columns can be together without a scroll. */
    int room();

    int width(Column column);

    void resize(Column column, int width);

    /** Whether nothing is shown behind it. */
    boolean isLast(Column column);
  }

  /** The widths that people chose. */
  interface Memory {
    /** That of a column, or 0 if none was chosen. */
    int of(Column column);

    void keep(Column column, int width);
  }

  /** Fits all of them to the room there is. */
  void fit() {
    int rest = grid.room();
    List<Column> elastic = new ArrayList<>();
    for (Column column : Column.values()) {
      if (column.isElastic() && memory.of(column) == 0) {
        elastic.add(column);
      } else {
        give(column, fixed(column));
        rest -= fixed(column);
      }
    }
    share(rest, elastic);
  }

  /** Each gets what it needs, and of what is left a share in proportion to its letters. */
  private void share(int room, List<Column> columns) {
    int letter = grid.letter();
    int rest = Math.max(0, room - letter * columns.stream().mapToInt(Column::least).sum());
    int letters = columns.stream().mapToInt(Column::letters).sum();
    for (Column column : columns) {
      int share = (int) ((long) rest * column.letters() / letters);
      give(column, column.least() * letter + share);
      rest -= share;
      letters -= column.letters();
    }
  }

  private int fixed(Column column) {
    int chosen = memory.of(column);
    return chosen > 0 ? chosen : column.letters() * grid.letter();
  }

  private void give(Column column, int width) {
    given.put(column, width);
    if (grid.width(column) != width) {
      grid.resize(column, width);
    }
  }

  /**
   * A column has another width; unless it was given here, it was chosen by hand. The last one says
   * nothing: on some systems it has all the room that the others leave.
   */
  void resized(Column column) {
    int width = grid.width(column);
    if (width > 0 && width != given.getOrDefault(column, 0) && !grid.isLast(column)) {
      memory.keep(column, width);
    }
  }
}
