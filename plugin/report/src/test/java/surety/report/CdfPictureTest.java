package surety.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;
import surety.solver.bounding.CdfComparison;

class CdfPictureTest {
  private static final Pattern POINT = Pattern.compile("(-?[0-9.]+),(-?[0-9.]+)");

  private static Document parse(String svg)
      throws ParserConfigurationException, IOException, SAXException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static CdfComparison.Difference comparison(int segments, double above, double below) {
    return new CdfComparison.Difference(
        segments, 4096, Collections.nCopies(8, above), Collections.nCopies(8, below));
  }

  @Test
  void aBandIsOnePolygon() throws Exception {
    Document svg = parse(CdfPicture.draw(Outcomes.band("q", 8, 4), List.of(), false));
    assertEquals(1, svg.getElementsByTagName("polygon").getLength());
    assertEquals(0, svg.getElementsByTagName("polyline").getLength());
    String points =
        svg.getElementsByTagName("polygon")
            .item(0)
            .getAttributes()
            .getNamedItem("points")
            .getNodeValue();
    assertEquals(4 * 8 - 2, points.chars().filter(c -> c == ',').count());
  }

  /** Two rectangles for each of the seven bins between eight thresholds, within the picture. */
  @Test
  void aHistogramIsDrawnBelow() throws Exception {
    String without = CdfPicture.draw(Outcomes.band("q", 8, 4), List.of(), false);
    String with = CdfPicture.draw(Outcomes.band("q", 8, 4), List.of(), true);
    Document svg = parse(with);
    int more =
        svg.getElementsByTagName("rect").getLength()
            - parse(without).getElementsByTagName("rect").getLength();
    assertEquals(2 * 7 + 1, more); // and the frame
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    for (int k = 0; k < svg.getElementsByTagName("rect").getLength(); k++) {
      Element rectangle = (Element) svg.getElementsByTagName("rect").item(k);
      if (rectangle.getAttribute("height").contains("%")) {
        continue;
      }
      double high = Double.parseDouble(rectangle.getAttribute("height"));
      String y = rectangle.getAttribute("y");
      assertTrue(high >= 0 && (y.isEmpty() || Double.parseDouble(y) + high <= height), with);
    }
    assertTrue(with.contains("probability below the bins in [0, 0.0625]"), with);
  }

  @Test
  void comparisonsAreDrawnTwice() throws Exception {
    String text =
        CdfPicture.draw(
            Outcomes.band("q", 8, 4),
            List.of(comparison(5, 0.1, 0), comparison(10, 0, -0.2)),
            false);
    Document svg = parse(text);
    assertEquals(2, svg.getElementsByTagName("polygon").getLength());
    assertEquals(8, svg.getElementsByTagName("polyline").getLength());
    assertTrue(text.contains(">bounding networks of 5 segments, estimated at 4096 points</text>"));
    assertTrue(text.contains(">bounding networks of 10 segments, "));
  }

  @Test
  void everythingIsInsideThePicture() throws Exception {
    String text =
        CdfPicture.draw(Outcomes.band("q", 8, 2), List.of(comparison(1, 0.9, -0.9)), false);
    Document svg = parse(text);
    double width = Double.parseDouble(svg.getDocumentElement().getAttribute("width"));
    double height = Double.parseDouble(svg.getDocumentElement().getAttribute("height"));
    Matcher points = POINT.matcher(text);
    int count = 0;
    while (points.find()) {
      double x = Double.parseDouble(points.group(1));
      double y = Double.parseDouble(points.group(2));
      assertTrue(x >= 0 && x <= width && y >= 0 && y <= height, points.group());
      count++;
    }
    assertTrue(count > 40);
  }

  @Test
  void aConstantHasAPictureToo() throws Exception {
    String text = CdfPicture.draw(Outcomes.band("q", 1, 4), List.of(), false);
    assertFalse(text.contains("NaN") || text.contains("Infinity"));
    parse(text);
  }

  @Test
  void whatIsClaimedCannotBreakOut() throws Exception {
    String text = CdfPicture.draw(Outcomes.band("q", 8, 4), List.of(), false);
    parse(text);
    assertTrue(text.contains("P(y &gt; 0.5)"));
  }
}
