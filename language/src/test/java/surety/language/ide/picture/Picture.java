package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import surety.language.display.Drawing;
import surety.language.display.TextWidth;

/** A picture as a viewer reads it: refused if it is no XML, or if something leaves it. */
final class Picture {
  private final Drawing drawing;
  private final double width;
  private final double height;

  private Picture(Drawing drawing) {
    this.drawing = drawing;
    this.width = number(drawing.root(), "width");
    this.height = number(drawing.root(), "height");
  }

  static Picture of(String svg) {
    Picture picture = new Picture(Drawing.of(svg));
    picture.assertInside();
    return picture;
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  List<Element> all(String tag) {
    return drawing.all(tag);
  }

  /** What is written in it, in its order. */
  List<String> texts() {
    return drawing.texts();
  }

  /** The one text with these words. */
  Element text(String words) {
    return all("text").stream()
        .filter(t -> t.getTextContent().equals(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " is not in " + texts()));
  }

  /** The corners of the only polygon, as pairs. */
  List<double[]> polygon() {
    List<double[]> corners = new ArrayList<>();
    for (String corner : all("polygon").get(0).getAttribute("points").split(" ", -1)) {
      String[] pair = corner.split(",", -1);
      corners.add(new double[] {Double.parseDouble(pair[0]), Double.parseDouble(pair[1])});
    }
    return corners;
  }

  static double number(Element element, String name) {
    return Drawing.number(element, name);
  }

  private void assertInside() {
    for (Element rectangle : all("rect")) {
      if (rectangle.hasAttribute("x")) {
        double x = number(rectangle, "x");
        double y = number(rectangle, "y");
        assertInside(x, y);
        assertInside(x + number(rectangle, "width"), y + number(rectangle, "height"));
      }
    }
    for (Element polygon : all("polygon")) {
      polygon().forEach(corner -> assertInside(corner[0], corner[1]));
      assertTrue(polygon.hasAttribute("points"));
    }
    for (Element path : all("path")) {
      String[] begin = path.getAttribute("d").substring(1).split("[ HVhvl]", -1);
      assertInside(Double.parseDouble(begin[0]), Double.parseDouble(begin[1]));
    }
    all("text").stream().filter(t -> t.hasAttribute("x")).forEach(this::assertTextInside);
  }

  private void assertTextInside(Element text) {
    double size = text.hasAttribute("font-size") ? number(text, "font-size") : 13;
    double length = TextWidth.of(text.getTextContent(), size);
    double part =
        switch (text.getAttribute("text-anchor")) {
          case "middle" -> 0.5;
          case "end" -> 1;
          default -> 0;
        };
    double x = number(text, "x");
    double y = number(text, "y");
    assertInside(x - part * length, y);
    assertInside(x + (1 - part) * length, y);
  }

  private void assertInside(double x, double y) {
    assertTrue(x >= 0 && x <= width && y >= 0 && y <= height, () -> x + ", " + y);
  }
}
