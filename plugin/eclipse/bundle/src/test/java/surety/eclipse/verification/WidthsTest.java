package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class WidthsTest {
  private static final int CLAIM = List.of(Column.values()).indexOf(Column.CLAIM);
  private static final int NAME = List.of(Column.values()).indexOf(Column.NAME);
  private static final int LAST = Column.values().length - 1;
  private static final int BOUNDS = List.of(Column.values()).indexOf(Column.BOUNDS);

  /** A table of numbers, whose last column fills it. */
  private static final class Numbers implements Widths.Grid {
    private final int[] wanted = new int[Column.values().length];
    private final int[] widths = new int[Column.values().length];
    private int room = 1000;

    Numbers() {
      Arrays.fill(wanted, 50);
    }

    @Override
    public int[] wanted() {
      return wanted.clone();
    }

    @Override
    public int room() {
      return room;
    }

    @Override
    public int width(int column) {
      int others = Arrays.stream(widths).sum() - widths[column];
      return isStretched(column) ? Math.max(widths[column], room - others) : widths[column];
    }

    @Override
    public boolean isStretched(int column) {
      return column == widths.length - 1;
    }

    @Override
    public void resize(int column, int width) {
      widths[column] = width;
    }
  }

  private final Numbers table = new Numbers();
  private final Widths widths = new Widths(table);

  @Test
  void whereThereIsRoomAllIsShown() {
    table.wanted[CLAIM] = 500;
    widths.fit();
    assertArrayEquals(table.wanted, table.widths);
  }

  @Test
  void theClaimTakesWhatIsLeft() {
    table.wanted[CLAIM] = 5000;
    widths.fit();
    assertEquals(1000, Arrays.stream(table.widths).sum());
    table.room = 800;
    widths.fit();
    assertEquals(800, Arrays.stream(table.widths).sum());
    table.room = 6000;
    widths.fit();
    assertEquals(5000, table.widths[CLAIM]);
  }

  /** What the last column shows is little, however wide it is. */
  @Test
  void theLastColumnLeavesItsRoomToTheClaim() {
    table.wanted[CLAIM] = 300;
    table.room = 100;
    widths.fit();
    table.room = 700;
    assertEquals(185, table.width(LAST));
    widths.fit();
    assertEquals(300, table.widths[CLAIM]);
    assertEquals(50, table.widths[LAST]);
  }

  @Test
  void theClaimDoesNotVanish() {
    table.wanted[CLAIM] = 5000;
    table.room = 0;
    widths.fit();
    assertEquals(Widths.LEAST_FOR_CLAIM, table.widths[CLAIM]);
    table.wanted[CLAIM] = 20;
    widths.fit();
    assertEquals(20, table.widths[CLAIM]);
  }

  @Test
  void columnsGrowButDoNotShrink() {
    widths.fit();
    table.wanted[BOUNDS] = 300;
    widths.fit();
    assertEquals(300, table.widths[BOUNDS]);
    table.wanted[BOUNDS] = 100;
    widths.fit();
    assertEquals(300, table.widths[BOUNDS]);
  }

  @Test
  void whatIsChosenByHandStays() {
    table.wanted[CLAIM] = 5000;
    widths.fit();
    table.widths[NAME] = 10;
    table.wanted[NAME] = 200;
    widths.fit();
    assertEquals(10, table.widths[NAME]);
    assertEquals(1000, Arrays.stream(table.widths).sum());
    table.widths[CLAIM] = 77;
    table.room = 2000;
    widths.fit();
    assertEquals(77, table.widths[CLAIM]);
  }
}
