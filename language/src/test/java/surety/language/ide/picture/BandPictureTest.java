package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Statement;
import surety.language.display.EstimateStroke;
import surety.language.display.Palette;
import surety.language.display.TextWidth;
import surety.language.verification.Known;
import surety.solver.BandPoint;

class BandPictureTest {
  private static final double NEAR = 0.006;
  private static final Pattern LINE = Pattern.compile("M([\\d.]+) ([\\d.]+)([Vh])([\\d.]+)");
  private static final Statement CDF = Known.statement("cdf(1*y[0]) at 100 points");

  private static LimitMark mark(String claim) {
    return LimitMark.of("wall", Known.statement(claim), CDF, Standing.VIOLATED).orElseThrow();
  }

  private static BandPoint point(double t, double lower, double upper) {
    return new BandPoint(t, Bound.of(lower), Bound.of(upper));
  }

  private static Picture draw(List<BandPoint> points, LimitMark... marks) {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    BandPicture.draw(canvas, points, true, List.of(), List.of(marks));
    return Picture.of(canvas.svg().finished());
  }

  /** The wall is the thick path that goes up. */
  private static List<Element> walls(Picture picture) {
    return picture.all("path").stream()
        .filter(p -> p.getAttribute("stroke").equals(Palette.LIGHT.violated()))
        .toList();
  }

  /** As many corners as there are pixels are enough; the ends stay. */
  @Test
  void ofVeryManyPointsThosePartsAreDrawnThatCanBeSeen() {
    List<BandPoint> points = new ArrayList<>();
    for (int k = 0; k < 20_000; k++) {
      points.add(point(k, k / 20_000.0, (k + 1) / 20_000.0));
    }
    String corners = draw(points).all("polygon").get(0).getAttribute("points");
    String[] all = corners.split(" ", -1);
    assertTrue(all.length > 1000 && all.length < 8000, all.length + " corners");
    assertTrue(all[0].startsWith("64.00,"), all[0]);
    assertTrue(all[all.length / 2].startsWith("600.00,"), all[all.length / 2]);
  }

  @Test
  void theCornersAreTheBounds() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      double scale = Math.pow(10, random.nextInt(-300, 300));
      int count = random.nextInt(2, 30);
      List<BandPoint> points = new ArrayList<>();
      for (int k = 0; k < count; k++) {
        double lower = random.nextDouble();
        points.add(point((k - 5) * scale, lower, lower + (1 - lower) * random.nextDouble()));
      }
      List<double[]> corners = draw(points).polygon();
      assertEquals(4 * count - 2, corners.size());
      Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
      for (int k = 0; k < count; k++) {
        BandPoint point = points.get(k);
        double[] above = corners.get(2 * k);
        double[] below = corners.get(4 * count - 3 - 2 * k);
        double x = canvas.horizontal(0, count - 1).place(k);
        assertEquals(x, above[0], NEAR);
        assertEquals(x, below[0], NEAR);
        assertEquals(canvas.vertical(0, 1).place(point.upper().doubleCeiling()), above[1], NEAR);
        assertEquals(canvas.vertical(0, 1).place(point.lower().doubleFloor()), below[1], NEAR);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -1, 1e300, -1e300, 1e-300, 4.9e-324, 1e16})
  void aBandOfOnePointIsInTheMiddle(double t) {
    Picture picture = draw(List.of(point(t, 0.25, 0.5)));
    assertEquals((64 + 600) / 2.0, picture.polygon().get(0)[0], 1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 1e16, -1e16, 1e300})
  void pointsNextToEachOtherAreDrawn(double t) {
    draw(List.of(point(t, 0, 0.5), point(Math.nextUp(t), 0.5, 1)));
  }

  @Test
  void theRangeOfAllDoublesIsDrawn() {
    List<double[]> corners =
        draw(List.of(point(-Double.MAX_VALUE, 0, 0), point(Double.MAX_VALUE, 1, 1))).polygon();
    assertTrue(corners.get(0)[0] < corners.get(2)[0]);
  }

  @Test
  void boundsBeyondProbabilitiesStayInside() {
    Dyadic tiny = Dyadic.ONE.shift(-1163);
    draw(
        List.of(
            new BandPoint(0, Bound.of(tiny.negate()), Bound.of(tiny)),
            new BandPoint(1, Bound.ONE, Bound.of(Dyadic.ONE.plus(tiny)))));
  }

  private static final List<BandPoint> BAND = List.of(point(0, 0, 0.25), point(4, 0.75, 1));

  @Test
  void aWallStandsWhereTheCdfMustNotBe() {
    Picture picture = draw(BAND, mark("P(1*y[0] <= 1) < 1/2"));
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    double middle = (canvas.top() + canvas.bottom()) / 2;
    assertEquals(
        "M198.00 %.2fV%.2f".formatted(middle, canvas.top()),
        walls(picture).get(0).getAttribute("d"));
    assertEquals("M192.00 %.2fh12.00".formatted(middle), walls(picture).get(1).getAttribute("d"));
    assertTrue(picture.texts().contains("wall"));
  }

  /** Also of a limit of 0, where the range that is not allowed is everything. */
  @ParameterizedTest
  @ValueSource(strings = {"P(1*y[0] <= 1) <= 0", "P(1*y[0] <= 1) < 0"})
  void theEdgeOfAWallIsWhereTheCdfMayComeNear(String claim) {
    Picture picture = draw(BAND, mark(claim));
    assertEquals(
        "M192.00 %.2fh12.00".formatted(new Canvas(640, 400, Palette.LIGHT).bottom()),
        walls(picture).get(1).getAttribute("d"));
  }

  @Test
  void wallsOutsideOfTheBandAreNamedOnly() {
    Picture picture =
        draw(BAND, mark("P(1*y[0] <= 40001/10000) < 1/2"), mark("P(1*y[0] > -1) < 1/2"));
    assertEquals(0, walls(picture).size());
    assertTrue(picture.texts().contains("wall: t = 4"), picture.texts()::toString);
    assertTrue(picture.texts().contains("wall: t = -1"), picture.texts()::toString);
    assertEquals(
        4, walls(draw(BAND, mark("P(1*y[0] <= 4) < 1/2"), mark("P(1*y[0] > 0) < 1/2"))).size());
  }

  @Test
  void whatHoldsNoMoreIsAnOutline() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    BandPicture.draw(canvas, BAND, false, List.of(), List.of());
    Element polygon = Picture.of(canvas.svg().finished()).all("polygon").get(0);
    assertEquals("none", polygon.getAttribute("fill"));
    assertTrue(polygon.hasAttribute("stroke-dasharray"));
  }

  /** Everything that is written, as far as fonts are known, has a place of its own. */
  @Test
  void noNameOfALimitCoversAnotherOrALineOfOne() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 60; i++) {
      Canvas canvas = new Canvas(random.nextInt(200, 900), random.nextInt(150, 600), Palette.LIGHT);
      List<LimitMark> marks = new ArrayList<>();
      int least = random.nextInt(4000);
      int spread = random.nextBoolean() ? 1 : random.nextInt(1, 4000);
      for (int k = random.nextInt(30); k > 0; k--) {
        Rational t = Rational.of(Math.min(4000, least + random.nextInt(spread)), 1000);
        String limit = List.of("<", "<=", ">", ">=").get(random.nextInt(4));
        String claim = "P(1*y[0] <= %s) %s %d/64".formatted(t, limit, random.nextInt(1, 64));
        String name = "limit" + k + "s".repeat(random.nextInt(30));
        marks.add(LimitMark.of(name, Known.statement(claim), CDF, Standing.VIOLATED).orElseThrow());
      }
      int unnamed = BandPicture.draw(canvas, BAND, true, List.of(), marks);
      Picture picture = Picture.of(canvas.svg().finished());
      List<Element> names = names(picture);
      assertEquals(marks.size() - unnamed, names.size());
      assertEquals(2 * marks.size(), walls(picture).size());
      List<double[]> lines = walls(picture).stream().map(BandPictureTest::line).toList();
      for (int k = 0; k < names.size(); k++) {
        double[] name = box(names.get(k));
        assertTrue(
            lines.stream().allMatch(line -> areApart(name, line)), picture.texts()::toString);
        for (int j = 0; j < k; j++) {
          assertTrue(areApart(name, box(names.get(j))), picture.texts()::toString);
        }
      }
    }
  }

  /** What a line covers, of which the thickness is 3: left, right, top and bottom. */
  private static double[] line(Element path) {
    Matcher found = LINE.matcher(path.getAttribute("d"));
    assertTrue(found.matches(), path.getAttribute("d"));
    double x = Double.parseDouble(found.group(1));
    double y = Double.parseDouble(found.group(2));
    double end = Double.parseDouble(found.group(4));
    return found.group(3).equals("V")
        ? new double[] {x - 1.5, x + 1.5, end, y}
        : new double[] {x, x + end, y - 1.5, y + 1.5};
  }

  private static List<Element> names(Picture picture) {
    return picture.all("text").stream()
        .filter(t -> t.getAttribute("fill").equals(Palette.LIGHT.violated()))
        .toList();
  }

  /** Left, right, top and bottom. */
  private static double[] box(Element text) {
    double x = Picture.number(text, "x");
    double y = Picture.number(text, "y");
    double length = TextWidth.of(text.getTextContent(), Picture.number(text, "font-size"));
    boolean isLeft = text.getAttribute("text-anchor").equals("end");
    return new double[] {isLeft ? x - length : x, isLeft ? x : x + length, y - 11, y + 4};
  }

  private static boolean areApart(double[] one, double[] other) {
    return one[1] <= other[0] + 2 * NEAR
        || other[1] <= one[0] + 2 * NEAR
        || one[3] <= other[2] + 2 * NEAR
        || other[3] <= one[2] + 2 * NEAR;
  }

  @ParameterizedTest
  @CsvSource({"400, probability of at most t", "260, probability of at most t", "160, cdf"})
  void theNameOfTheAxisFitsBesideThePanel(int height, String name) {
    Canvas canvas = new Canvas(640, height, Palette.LIGHT);
    BandPicture.draw(canvas, BAND, true, List.of(), List.of());
    Picture picture = Picture.of(canvas.svg().finished());
    assertTrue(picture.texts().contains(name), picture.texts()::toString);
  }

  @Test
  void whatHasNoRoomForANameIsCounted() {
    Canvas canvas = new Canvas(260, 160, Palette.LIGHT);
    LimitMark[] marks = new LimitMark[40];
    Arrays.fill(marks, mark("P(1*y[0] <= 2) < 1/2"));
    int unnamed = BandPicture.draw(canvas, BAND, true, List.of(), List.of(marks));
    assertTrue(unnamed > 20 && unnamed < 40);
    assertEquals(40 - unnamed, names(Picture.of(canvas.svg().finished())).size());
  }

  /** Through its own points, not the band's bounds. */
  @Test
  void anEstimateIsADashedLine() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    EstimatedCdf linear = new EstimatedCdf(EstimateStroke.LINEAR, List.of(0.5, 0.9));
    EstimatedCdf matching = new EstimatedCdf(EstimateStroke.MATCHING, List.of(0.0, 1.0));
    BandPicture.draw(canvas, BAND, true, List.of(linear, matching), List.of());
    List<Element> lines = Picture.of(canvas.svg().finished()).all("polyline");
    assertEquals(2, lines.size());
    assertEquals(
        "64.00,%.2f 600.00,%.2f"
            .formatted(canvas.vertical(0, 1).place(0.5), canvas.vertical(0, 1).place(0.9)),
        lines.get(0).getAttribute("points"));
    assertEquals("8 4", lines.get(0).getAttribute("stroke-dasharray"));
    assertEquals("none", lines.get(0).getAttribute("fill"));
  }
}
