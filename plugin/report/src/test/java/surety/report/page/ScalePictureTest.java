package surety.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Range;
import surety.language.display.Palette;
import surety.report.Outcome;
import surety.report.Outcomes;
import surety.solver.StopReason;

class ScalePictureTest {
  private static List<Element> drawn(Outcome outcome, String tag) {
    return Dom.all(Dom.parse(ScalePicture.draw(outcome, Palette.LIGHT)), tag);
  }

  private static double number(Element element, String name) {
    return Double.parseDouble(element.getAttribute(name));
  }

  /** The shaded parts, and behind them the bar. */
  private static List<Element> parts(Outcome outcome) {
    List<Element> all = drawn(outcome, "rect");
    return all.subList(1, all.size()); // the first is the background
  }

  @Test
  void whatIsAboveALimitIsShadedAndTheBarIsOutsideOfIt() {
    List<Element> parts = parts(Outcomes.property("p", "0.5", 0.125, 0.25));
    assertEquals(2, parts.size());
    double barEnd = number(parts.get(1), "x") + number(parts.get(1), "width");
    assertTrue(barEnd < number(parts.get(0), "x"));
    List<Element> violated = parts(Outcomes.property("p", "0.1", 0.125, 0.25));
    assertTrue(number(violated.get(1), "x") > number(violated.get(0), "x"));
  }

  @Test
  void outsideOfARangeBothSidesAreShaded() {
    Optional<surety.certificates.statement.Requirement> range =
        Optional.of(new Range(Rational.of(-8), Rational.of(10)));
    List<Element> parts =
        parts(Outcomes.quantity("m", Outcomes.mean(), range, Bound.of(-3), Bound.of(4)));
    assertEquals(3, parts.size());
    assertTrue(number(parts.get(2), "x") > number(parts.get(0), "x"));
  }

  @Test
  void boundsThatMeetCanBeSeen() {
    List<Element> parts = parts(Outcomes.property("p", "0.5", 0.25, 0.25));
    assertTrue(number(parts.get(1), "width") >= 4);
  }

  @Test
  void aTinyProbabilityIsSeenBesideALimitFarAbove() {
    Dyadic tiny = Dyadic.of(1.5).shift(-1163);
    Outcome outcome = Outcomes.property("p", "0.01", tiny, tiny, StopReason.SETTLED);
    assertTrue(ScalePicture.canDraw(outcome));
    assertTrue(ScalePicture.isLogarithmic(outcome));
    Element bar = parts(outcome).get(1);
    assertTrue(number(bar, "x") < 60, bar.getAttribute("x"));
  }

  @Test
  void anInfiniteEndReachesTheEdge() {
    Outcome far =
        Outcomes.quantity("m", Outcomes.mean(), Optional.empty(), Bound.of(2), Bound.INFINITY);
    Element bar = parts(far).get(0);
    assertEquals(422, number(bar, "x") + number(bar, "width"), 0.02);
  }

  @Test
  void withoutBoundsOrWithABandThereIsNone() {
    assertFalse(ScalePicture.canDraw(Outcomes.notBegun("p")));
    assertFalse(ScalePicture.canDraw(Outcomes.band("c", 3, 3)));
    assertFalse(ScalePicture.canDraw(Outcomes.failed("f", "why")));
    assertTrue(ScalePicture.canDraw(Outcomes.query("q", 0, 0, "1e-3")));
    Bound huge = Bound.of(Dyadic.ONE.shift(2000));
    assertFalse(
        ScalePicture.canDraw(
            Outcomes.quantity("m", Outcomes.mean(), Optional.empty(), Bound.of(1), huge)));
  }

  @Test
  void theLimitIsNamedExactly() {
    List<String> words =
        drawn(Outcomes.property("p", "1/3", 0.125, 0.25), "text").stream()
            .map(Element::getTextContent)
            .toList();
    assertTrue(words.contains("limit 1/3"), words.toString());
    assertTrue(words.contains("probability"), words.toString());
  }
}
