package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WidthsTest {
  private static final int LETTER = 7;
  private static final int LEAST =
      LETTER
          * Arrays.stream(Column.values())
              .mapToInt(column -> column.isElastic() ? column.least() : column.letters())
              .sum();

  /** A table of numbers, whose last column has what the others leave. */
  private static final class Numbers implements Widths.Grid, Widths.Memory {
    private final Map<Column, Integer> widths = new EnumMap<>(Column.class);
    private final Map<Column, Integer> kept = new EnumMap<>(Column.class);
    private int room = 1000;

    Numbers() {
      Arrays.stream(Column.values()).forEach(column -> widths.put(column, 0));
    }

    @Override
    public int letter() {
      return LETTER;
    }

    @Override
    public int room() {
      return room;
    }

    @Override
    public int width(Column column) {
      int width = widths.get(column);
      return isLast(column) ? Math.max(width, room - sum() + width) : width;
    }

    @Override
    public void resize(Column column, int width) {
      widths.put(column, width);
    }

    @Override
    public boolean isLast(Column column) {
      return column == Column.CERTIFICATE;
    }

    @Override
    public int of(Column column) {
      return kept.getOrDefault(column, 0);
    }

    @Override
    public void keep(Column column, int width) {
      kept.put(column, width);
    }

    int sum() {
      return widths.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  private final Numbers table = new Numbers();
  private final Widths widths = new Widths(table, table);

  /** Nothing is ever out of sight where there is room for the least of all. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100})
  void allColumnsShareTheRoom(int more) {
    table.room = LEAST + more;
    widths.fit();
    assertTrue(table.sum() <= table.room, table.sum() + " of " + table.room);
  }

  @ParameterizedTest
  @ValueSource(ints = {1400, 2560, 3840})
  void muchRoomIsFilled(int room) {
    table.room = room;
    widths.fit();
    assertEquals(room, table.sum());
  }

  @ParameterizedTest
  @EnumSource(Column.class)
  void noColumnVanishes(Column column) {
    table.room = 0;
    widths.fit();
    int least = column.isElastic() ? column.least() : column.letters();
    assertEquals(least * LETTER, table.widths.get(column));
  }

  @Test
  void fittingAgainChangesNothing() {
    widths.fit();
    Map<Column, Integer> before = Map.copyOf(table.widths);
    widths.fit();
    assertEquals(before, table.widths);
    assertEquals(Map.of(), table.kept);
  }

  /** The system tells of each new width, whoever gave it. */
  @Test
  void whatWasGivenWasNotChosen() {
    widths.fit();
    Arrays.stream(Column.values()).forEach(widths::resized);
    assertEquals(Map.of(), table.kept);
  }

  @Test
  void whatIsChosenByHandStaysAndIsKept() {
    widths.fit();
    table.widths.put(Column.NAME, 33);
    widths.resized(Column.NAME);
    table.room = 2000;
    widths.fit();
    assertEquals(33, table.widths.get(Column.NAME));
    assertEquals(2000, table.sum());
    assertEquals(Map.of(Column.NAME, 33), table.kept);
    Numbers next = new Numbers();
    next.kept.putAll(table.kept);
    new Widths(next, next).fit();
    assertEquals(33, next.widths.get(Column.NAME));
  }

  @Test
  void theLastOneIsNotTakenForChosen() {
    widths.fit();
    table.room = 3000;
    widths.resized(Column.CERTIFICATE);
    assertEquals(Map.of(), table.kept);
  }

  @Test
  void whereEachIsChosenNothingIsDivided() {
    for (Column column : Column.values()) {
      table.keep(column, 50);
    }
    widths.fit();
    assertEquals(50 * Column.values().length, table.sum());
  }
}
