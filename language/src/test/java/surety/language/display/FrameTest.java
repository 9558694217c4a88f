package surety.language.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class FrameTest {
  private static final int CASES = 300;
  private static final double NEAR = 0.006;
  private static final double LEFT = 64;
  private static final double RIGHT = 600;
  private static final double TOP = 34;
  private static final double BOTTOM = 330;

  private static AxisScale across(double least, double greatest) {
    return new AxisScale(least, greatest, LEFT, RIGHT);
  }

  private static AxisScale up(double least, double greatest) {
    return new AxisScale(least, greatest, BOTTOM, TOP);
  }

  private static Drawing draw(AxisScale across, AxisScale up, boolean hasGrid, String... names) {
    Svg svg = new Svg(640, 400);
    new Frame(across, up, hasGrid).draw(svg, names[0], names[1]);
    return Drawing.of(svg.finished());
  }

  private static Drawing foot(AxisScale axis, String name) {
    Svg svg = new Svg(640, 400);
    Frame.foot(svg, axis, BOTTOM, name);
    return Drawing.of(svg.finished());
  }

  /** The labels of an axis, without its name. */
  private static List<Element> labels(Drawing drawing, String anchor) {
    List<Element> all =
        drawing.all("text").stream()
            .filter(t -> t.getAttribute("text-anchor").equals(anchor) && t.hasAttribute("x"))
            .toList();
    return anchor.equals("end") ? all : all.subList(0, all.size() - 1);
  }

  private static List<Double> begins(Drawing drawing, char axis) {
    return drawing.all("path").stream()
        .map(p -> p.getAttribute("d").substring(1).split("[ Hv]", -1))
        .filter(d -> axis == 'v' == (d.length == 3 && d[2].equals("6")))
        .map(d -> Double.parseDouble(d[axis == 'v' ? 0 : 1]))
        .toList();
  }

  @Test
  void ticksStandWhereTheirValuesAre() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      double scale = Math.pow(10, random.nextInt(-200, 200));
      double least = (random.nextDouble() - 0.5) * scale;
      AxisScale across = across(least, least + random.nextDouble(0.01, 1) * scale);
      AxisScale up = up(0, random.nextDouble(0.1, 10));
      Drawing drawing = draw(across, up, random.nextBoolean(), "t", "p");
      assertPlaces(across, begins(drawing, 'v'));
      assertPlaces(up, begins(drawing, 'h'));
      List<String> written = labels(drawing, "end").stream().map(Element::getTextContent).toList();
      assertEquals(up.ticks().stream().map(up::label).toList(), written);
    }
  }

  private static void assertPlaces(AxisScale axis, List<Double> drawn) {
    List<Double> ticks = axis.ticks();
    assertEquals(ticks.size(), drawn.size(), axis::toString);
    for (int k = 0; k < ticks.size(); k++) {
      assertEquals(axis.place(ticks.get(k)), drawn.get(k), NEAR);
    }
  }

  /** However many digits it takes to tell one tick from the next. */
  @Test
  void labelsBelowAnAxisDoNotTouch() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < CASES; i++) {
      double least = random.nextDouble(-2, 2) * Math.pow(10, random.nextInt(-20, 20));
      double length = Math.abs(least) * Math.pow(10, -random.nextInt(15)) + 1e-30;
      double end = LEFT + random.nextInt(20, 900);
      Drawing drawing = foot(new AxisScale(least, least + length, LEFT, end), "t");
      double free = LEFT - 38;
      for (Element label : labels(drawing, "middle")) {
        double half = 8.5 * (label.getTextContent().length() + 1) / 2;
        double x = Drawing.number(label, "x");
        assertTrue(x - half >= free - NEAR, () -> drawing.texts().toString());
        free = x + half;
      }
      assertTrue(free <= end + 38 + NEAR, () -> drawing.texts().toString());
    }
  }

  @Test
  void labelsBesideAnAxisDoNotTouch() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < CASES; i++) {
      AxisScale up = new AxisScale(0, random.nextDouble(0.1, 10), TOP + random.nextInt(300), TOP);
      Drawing drawing = draw(across(0, 1), up, random.nextBoolean(), "t", "p");
      double free = Double.POSITIVE_INFINITY;
      for (Element label : labels(drawing, "end")) {
        double y = Drawing.number(label, "y");
        assertTrue(y <= free + NEAR, () -> drawing.texts().toString());
        free = y - 14;
      }
      assertPlaces(up, begins(drawing, 'h'));
    }
  }

  @Test
  void aGridGoesThroughThePanelAndTicksDoNot() {
    assertTrue(paths(true).contains("M64.00 34.00H600.00"));
    assertTrue(paths(false).contains("M64.00 34.00H58.00"));
    assertEquals(paths(true).size(), paths(false).size());
  }

  private static List<String> paths(boolean hasGrid) {
    return draw(across(0, 1), up(0, 1), hasGrid, "t", "p").all("path").stream()
        .map(p -> p.getAttribute("d"))
        .toList();
  }

  @Test
  void theFrameIsAroundThePanel() {
    Element border = draw(across(0, 1), up(0, 1), true, "t", "p").all("rect").get(1);
    assertEquals(LEFT, Drawing.number(border, "x"));
    assertEquals(TOP, Drawing.number(border, "y"));
    assertEquals(RIGHT - LEFT, Drawing.number(border, "width"));
    assertEquals(BOTTOM - TOP, Drawing.number(border, "height"));
    assertEquals("none", border.getAttribute("fill"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a < b", "\"t\" & 'u'", "%s", "</text>", "100 %"})
  void namesAreWrittenAsTheyAre(String name) {
    List<String> texts = draw(across(0, 1), up(0, 1), true, name, "up " + name).texts();
    assertEquals(List.of(name, "up " + name), texts.subList(texts.size() - 2, texts.size()));
    List<String> below = foot(across(0, 1), name).texts();
    assertEquals(name, below.get(below.size() - 1));
  }

  /** Whoever asks for such an axis has nothing to show; the picture is still one. */
  @ParameterizedTest
  @CsvSource({"1, 1", "0, 0", "NaN, 1", "0, NaN", "NaN, NaN"})
  void anAxisWithoutLengthHasNoTicks(double least, double greatest) {
    assertEquals(List.of("t"), foot(across(least, greatest), "t").texts());
    Drawing drawing = draw(across(least, greatest), up(least, greatest), true, "t", "p");
    assertEquals(List.of("t", "p"), drawing.texts());
    assertEquals(0, drawing.all("path").size());
  }

  @ParameterizedTest
  @CsvSource({
    "-1.7976931348623157e308, 1.7976931348623157e308",
    "0, 1.7976931348623157e308",
    "1e300, 2e300",
    "0, 1e-300",
    "1, 1.0000000000000002",
    "1e16, 10000000000000002"
  })
  void extremesHaveAFrame(double least, double greatest) {
    Drawing drawing = draw(across(least, greatest), up(0, 1), true, "t", "p");
    for (Element label : drawing.all("text")) {
      assertTrue(!label.getTextContent().contains("NaN") && !label.getTextContent().isEmpty());
    }
  }
}
