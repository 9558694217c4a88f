package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.eclipse.jface.dialogs.DialogSettings;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewMemoryTest {
  private static final int[] AS_THEY_ARE = IntStream.range(0, Column.values().length).toArray();

  private final IDialogSettings settings = new DialogSettings("verification");
  private final ViewMemory memory = new ViewMemory(settings);

  @Test
  void atFirstNothingIsChosen() {
    assertEquals(0, memory.of(Column.NAME));
    assertEquals(Grouping.NONE, memory.grouping());
    assertArrayEquals(AS_THEY_ARE, memory.order());
  }

  @Test
  void whatIsChosenIsKept() {
    int[] order = AS_THEY_ARE.clone();
    order[0] = 3;
    order[3] = 0;
    memory.keep(Column.TITLE, 321);
    memory.keep(Grouping.PREFIX);
    memory.keepOrder(order);
    ViewMemory again = new ViewMemory(settings);
    assertEquals(321, again.of(Column.TITLE));
    assertEquals(Grouping.PREFIX, again.grouping());
    assertArrayEquals(order, again.order());
    again.forgetColumns();
    assertEquals(0, memory.of(Column.TITLE));
    assertArrayEquals(AS_THEY_ARE, memory.order());
    assertEquals(Grouping.PREFIX, memory.grouping());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "wide", "999999"})
  void aWidthThatIsNoneIsIgnored(String kept) {
    settings.put("width.name", kept);
    assertEquals(0, memory.of(Column.NAME));
  }

  /** Of an older version, for instance, which had other columns. */
  @Test
  void anOrderOfOtherColumnsIsIgnored() {
    settings.put("order", new String[] {"NAME", "AGE"});
    assertArrayEquals(AS_THEY_ARE, memory.order());
    String[] doubled = new String[Column.values().length];
    java.util.Arrays.fill(doubled, "NAME");
    settings.put("order", doubled);
    assertArrayEquals(AS_THEY_ARE, memory.order());
    settings.put("grouping", "AGE");
    assertEquals(Grouping.NONE, memory.grouping());
  }
}
