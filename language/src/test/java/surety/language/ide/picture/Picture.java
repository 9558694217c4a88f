package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A picture as a viewer reads it: refused if it is no XML, or if something leaves it. */
final class Picture {
  private final Document document;
  private final double width;
  private final double height;

  private Picture(Document document) {
    this.document = document;
    this.width = number(document.getDocumentElement(), "width");
    this.height = number(document.getDocumentElement(), "height");
  }

  static Picture of(String svg) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Picture picture =
          new Picture(factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))));
      picture.assertInside();
      return picture;
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError(svg, e);
    }
  }

  double width() {
    return width;
  }

  double height() {
    return height;
  }

  List<Element> all(String tag) {
    NodeList found = document.getElementsByTagName(tag);
    List<Element> all = new ArrayList<>();
    for (int k = 0; k < found.getLength(); k++) {
      all.add((Element) found.item(k));
    }
    return all;
  }

  /** What is written in it, in its order. */
  List<String> texts() {
    return all("text").stream().map(Element::getTextContent).toList();
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
    return Double.parseDouble(element.getAttribute(name));
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
      String[] begin = path.getAttribute("d").substring(1).split("[ HVhv]", -1);
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
