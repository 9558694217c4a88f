package surety.language.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.origin.Origins.cell;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import surety.language.display.Drawing;
import surety.language.display.Palette;
import surety.language.display.Svg;
import surety.solver.HeavyCell;

class OriginPictureTest {
  private static final double WIDTH = 600;

  private static Drawing draw(Origin origin, double width, double height) {
    Svg svg = new Svg(width, height, Palette.LIGHT);
    OriginPicture.draw(svg, origin, 0, 0, width, height);
    return Drawing.of(svg.finished());
  }

  private static Drawing draw(double height, HeavyCell... cells) {
    return draw(Origins.origin(cells), WIDTH, height);
  }

  /** The boxes, without ground, frame and legend: those that say what they are. */
  private static List<Element> boxes(Drawing drawing) {
    return drawing.all("rect").stream().filter(r -> r.hasChildNodes()).toList();
  }

  private static double number(Element element, String name) {
    return Drawing.number(element, name);
  }

  /** The panel goes from 64 to 560 and from 26 to 326. */
  @Test
  void ofTwoInputsBoxesStandInTheirPlane() {
    Drawing drawing = draw(400, cell(0.25, 0, 0.5, 0.5, 1), cell(0.125, 0.75, 1, 0, 0.25));
    List<Element> boxes = boxes(drawing);
    assertEquals(2, boxes.size());
    assertEquals(64, number(boxes.get(0), "x"));
    assertEquals(26, number(boxes.get(0), "y"));
    assertEquals(248, number(boxes.get(0), "width"));
    assertEquals(150, number(boxes.get(0), "height"));
    assertEquals("50.0 %: in0 in [0, 0.5], in1 in [0.5, 1]", boxes.get(0).getTextContent());
    assertTrue(drawing.texts().containsAll(List.of("in0", "in1", "50.0 %", "25.0 %")));
    assertTrue(drawing.texts().contains("where it happens (estimated): 75.0 % in 2 boxes"));
  }

  /** A small box that is heavier would be hidden by a large one that is drawn later. */
  @Test
  void noBoxIsHiddenByALargerOne() {
    List<Element> boxes = boxes(draw(400, cell(0.25, 0.4, 0.6, 0.4, 0.6), cell(0.125, 0, 1, 0, 1)));
    assertTrue(number(boxes.get(0), "width") > number(boxes.get(1), "width"));
  }

  /** Words would stand in the smaller box that covers the middle, so they move above it. */
  @Test
  void wordsStandWhereNothingElseIs() {
    Drawing drawing = draw(400, cell(0.4, 0, 1, 0, 1), cell(0.05, 0.49, 0.51, 0.49, 0.51));
    Element words =
        drawing.all("text").stream()
            .filter(t -> t.getTextContent().equals("80.0 %"))
            .findFirst()
            .orElseThrow();
    assertTrue(number(words, "y") < 170, words.getAttribute("y"));
    assertFalse(drawing.texts().contains("10.0 %"), drawing.texts()::toString);
  }

  @Test
  void whatIsThinIsSeenAndWhatIsInfiniteEnds() {
    double far = Double.POSITIVE_INFINITY;
    Drawing drawing = draw(400, cell(0.4, -far, far, 0.5, 0.5), cell(0.1, 0.2, 0.8, 0, 1));
    Element thin = boxes(drawing).get(1);
    assertEquals(2, number(thin, "height"));
    assertEquals(496, number(thin, "width"));
  }

  @Test
  void theWitnessIsMarked() {
    HeavyCell cell = cell(0.25, 0, 0.5, 0.5, 1);
    Origin origin =
        Origin.of(
                Origins.evidence("= ?", 0.5, 0.5, Origins.witness("1/4", "3/4"), cell),
                Origins.names(cell))
            .orElseThrow();
    Drawing drawing = draw(origin, WIDTH, 400);
    Element ring = drawing.all("circle").get(0);
    assertEquals(188, number(ring, "cx"));
    assertEquals(101, number(ring, "cy"));
    assertTrue(drawing.texts().contains("an input for which it happens"));
    assertEquals(0, draw(400, cell).all("circle").size());
  }

  @Test
  void ofAnotherNumberOfInputsEachHasAStrip() {
    Drawing one = draw(190, cell(0.25, 0, 0.5));
    assertEquals(1, one.all("polygon").size());
    assertTrue(one.texts().contains("in0"));
    Drawing three = draw(400, cell(0.25, 0, 0.5, 0, 1, 0.5, 1));
    assertEquals(3, three.all("polygon").size());
    assertTrue(three.texts().containsAll(List.of("in0", "in1", "in2")));
    assertTrue(three.texts().contains("the higher, the more of it lies there"));
  }

  /** There is room for two of three, and in the middle one nothing is told apart. */
  @Test
  void whereThereIsNoRoomTheMostDistinctAreShown() {
    Drawing drawing = draw(200, cell(0.25, 0, 0.5, 0, 1, 0.5, 1));
    assertEquals(2, drawing.all("polygon").size());
    assertFalse(drawing.texts().contains("in1"));
    assertTrue(
        drawing.texts().stream().anyMatch(t -> t.contains("no room for 1 more input")),
        drawing.texts()::toString);
  }

  /** Whatever the size, nothing leaves it to the right or below. */
  @Test
  void allOfItIsInside() {
    Origin plane = Origins.origin(cell(0.25, 0, 0.5, 0.5, 1), cell(1e-5, 0.2, 0.25, 0, 1));
    Origin strips = Origins.origin(cell(0.25, 0, 0.5, 0, 1, 0.5, 1));
    for (Origin origin : List.of(plane, strips)) {
      for (double[] size : new double[][] {{260, 190}, {260, 900}, {900, 190}, {640, 600}}) {
        Drawing drawing = draw(origin, size[0], size[1]);
        for (Element rectangle : drawing.all("rect")) {
          if (rectangle.hasAttribute("x")) {
            assertTrue(number(rectangle, "x") + number(rectangle, "width") <= size[0]);
            assertTrue(number(rectangle, "y") + number(rectangle, "height") <= size[1]);
            assertTrue(number(rectangle, "height") > 0);
          }
        }
        for (Element text : drawing.all("text")) {
          if (text.hasAttribute("y")) {
            assertTrue(number(text, "y") <= size[1] && number(text, "y") >= 10);
          }
        }
      }
    }
  }

  @Test
  void itStandsWhereItIsWanted() {
    Svg svg = new Svg(900, 900, Palette.DARK);
    OriginPicture.draw(svg, Origins.origin(cell(0.25, 0, 0.5)), 100, 200, 300, 200);
    Element group = Drawing.of(svg.finished()).all("g").get(0);
    assertEquals("translate(100.00 200.00)", group.getAttribute("transform"));
    assertEquals(1, group.getElementsByTagName("polygon").getLength());
  }
}
