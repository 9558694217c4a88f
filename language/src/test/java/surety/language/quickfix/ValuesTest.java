package surety.language.quickfix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.nodemodel.INode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.ParsedSpecification;
import surety.language.sure.PointList;
import surety.language.sure.SurePackage;

/** Lists of numbers are sorted in place. */
class ValuesTest {
  private static String text(String list) {
    return "query q: cdf(c) at [" + list + "] under D;";
  }

  private static List<INode> nodes(String list) {
    ParsedSpecification parsed = new ParsedSpecification(Path.of("a.sure"), text(list));
    PointList points =
        EcoreUtil2.getAllContentsOfType(parsed.model().orElseThrow(), PointList.class).get(0);
    return Place.nodes(points, SurePackage.Literals.POINT_LIST__VALUES);
  }

  @ParameterizedTest
  @CsvSource({
    "'2, 1', '1, 2'",
    "'3,  /* a */ -1 ,0.5', '-1,  /* a */ 0.5 ,3'",
    "'1, 1', '1'",
    "'1, 0, 1.0, /* b */ 2/2, 3', '0, 1, 3 /* b */ '",
    "'- 1, - 2', '-2, -1'"
  })
  void areSorted(String list, String sorted) {
    List<Edit> edits = Values.sorted(nodes(list), text(list));
    assertEquals(text(sorted), new QuickFix("t", edits).applyTo(text(list)));
  }

  @ParameterizedTest
  @CsvSource({"'0, 1, 2'", "'5'", "'1, 1/0, 0'", "'1, 1e10001, 0'"})
  void areLeft(String list) {
    assertEquals(List.of(), Values.sorted(nodes(list), text(list)));
  }

  @Test
  void commentsInAPartAreFound() {
    assertTrue(Values.hasNoComment(nodes("1 / 2").get(0)));
    assertTrue(Values.hasNoComment(nodes("/* a */ 1 / 2 /* b */").get(0)));
    assertFalse(Values.hasNoComment(nodes("1 / /* a */ 2").get(0)));
    assertEquals("1/2", Values.text(nodes("1 / /* a */ 2").get(0)));
  }
}
