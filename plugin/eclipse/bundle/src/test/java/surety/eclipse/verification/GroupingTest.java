package surety.eclipse.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.eclipse.states.Item;
import surety.eclipse.states.Received;
import surety.eclipse.states.Verdict;

class GroupingTest {
  private static Item item(String file, String name, String title, String state) {
    return new Item(
        "file:///w/" + file,
        new Received(name).with("title", title).with("state", state).with("label", state).status());
  }

  private static final List<Item> ITEMS =
      List.of(
          item("a.sure", "z", "R2: speed", "proved"),
          item("a.sure", "y", "R1: height: the first", "violated"),
          item("a.sure", "x", null, "unverified"),
          item("b.sure", "z", "R2 : another", "proved"),
          item("b.sure", "w", "no colon", "answered"),
          item("b.sure", "v", ": nothing before it", "stale"));

  private static List<String> groups(Grouping grouping) {
    return grouping.rows(ITEMS).stream()
        .map(
            row ->
                row.text(Column.NAME)
                    + " "
                    + row.items().stream().map(each -> each.status().name()).toList())
        .toList();
  }

  @Test
  void byFile() {
    assertEquals(List.of("a.sure [z, y, x]", "b.sure [z, w, v]"), groups(Grouping.FILE));
  }

  @Test
  void byPrefix() {
    assertEquals(List.of("R2 [z, z]", "R1 [y]", "(no prefix) [x, w, v]"), groups(Grouping.PREFIX));
  }

  @Test
  void notAtAll() {
    assertEquals(6, Grouping.NONE.rows(ITEMS).size());
    assertEquals(List.of(), Grouping.PREFIX.rows(List.of()));
  }

  @Test
  void aGroupSaysHowMuchOfItStandsHow() {
    List<Row> rows = Grouping.FILE.rows(ITEMS);
    assertEquals("1 violated, 1 not verified, 1 proved", rows.get(0).text(Column.TITLE));
    assertEquals("3 in all", rows.get(0).text(Column.STATE));
    assertEquals("", rows.get(0).text(Column.BOUNDS));
  }

  /** It is proved only if all of it is. */
  @Test
  void aGroupIsShownByWhatIsWorstInIt() {
    List<Row> rows = Grouping.PREFIX.rows(ITEMS);
    assertEquals(Verdict.PROVED, rows.get(0).verdict());
    assertEquals(Verdict.VIOLATED, rows.get(1).verdict());
    assertEquals(Verdict.STALE, rows.get(2).verdict());
    for (Verdict verdict : Verdict.values()) {
      Row pair =
          new Row.Group(
              "", List.of(item("a", "a", null, "proved"), item("a", "b", null, verdict.word())));
      assertEquals(verdict, pair.verdict());
    }
  }

  @Test
  void itIsTheSameRowInAnotherState() {
    Row before = new Row.Leaf(item("a.sure", "x", null, "stale"));
    Row after = new Row.Leaf(item("a.sure", "x", "R1: more", "proved"));
    Row other = new Row.Leaf(item("b.sure", "x", null, "stale"));
    RowContents contents = new RowContents();
    assertEquals(true, contents.equals(before, after));
    assertEquals(contents.hashCode(before), contents.hashCode(after));
    assertEquals(false, contents.equals(before, other));
    assertEquals(false, contents.equals(before, "x"));
  }

  @Test
  void whatIsInAGroupKnowsIt() {
    RowContents contents = new RowContents();
    contents.set(Grouping.PREFIX.rows(ITEMS));
    assertEquals(9, contents.all().size());
    Object first = contents.rows().get(0);
    assertEquals(first, contents.getParent(contents.getChildren(first)[1]));
    assertEquals(null, contents.getParent(first));
  }
}
