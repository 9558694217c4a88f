package surety.report.page;

import static surety.language.display.Svg.escaped;
import static surety.language.display.Svg.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Rational;
import surety.certificates.statement.Limit;
import surety.certificates.statement.Requirement;
import surety.language.display.Claims;
import surety.language.display.Decimals;
import surety.language.display.Palette;
import surety.language.display.Svg;
import surety.language.display.TextWidth;
import surety.report.Outcome;
import surety.report.Words;

/**
 * The bounds of one quantity as a bar on a line, and what is not allowed as a shaded part of it. As
 * in any picture, places are rounded; the numbers beside it are not.
 */
final class ScalePicture {
  private static final double WIDTH = 440;
  private static final double HEIGHT = 122;
  private static final double LEFT = 18;
  private static final double TOP = 30;
  private static final double BOTTOM = 78;
  private static final double THINNEST = 4;
  private static final double SIZE = 12;

  private final Outcome outcome;
  private final Svg svg;
  private final ValueScale scale;
  private final boolean isProbability;
  private final List<BigDecimal> limits;

  private ScalePicture(Outcome outcome, Palette palette) {
    this.outcome = outcome;
    this.svg = new Svg(WIDTH, HEIGHT, palette);
    this.isProbability = Claims.isProbability(outcome.obligation().statement().claim());
    this.limits = Words.limits(outcome.obligation()).stream().map(this::clipped).toList();
    List<BigDecimal> values = new ArrayList<>(limits);
    if (outcome.lower().isFinite()) {
      values.add(lower());
    }
    if (outcome.upper().isFinite()) {
      values.add(upper());
    }
    this.scale = ValueScale.of(values, isProbability, LEFT, WIDTH - LEFT);
  }

  /** Whether there is something to draw: an end of the bounds. */
  static boolean canDraw(Outcome outcome) {
    return outcome.isSingle()
        && outcome.evidence().isPresent()
        && (outcome.lower().isFinite() || outcome.upper().isFinite())
        && isDrawable(outcome.lower())
        && isDrawable(outcome.upper());
  }

  /** What is beyond all doubles has no place; what is infinite has one, at the edge. */
  private static boolean isDrawable(Bound bound) {
    return !bound.isFinite()
        || (Double.isFinite(bound.doubleFloor()) && Double.isFinite(bound.doubleCeiling()));
  }

  /** Whether the line is logarithmic. */
  static boolean isLogarithmic(Outcome outcome) {
    return new ScalePicture(outcome, Palette.LIGHT).scale.isLogarithmic();
  }

  /** The picture. */
  static String draw(Outcome outcome, Palette palette) {
    ScalePicture picture = new ScalePicture(outcome, palette);
    picture.outcome.obligation().statement().claim().requirement().ifPresent(picture::forbidden);
    picture.line();
    picture.bounds();
    picture.limits();
    return picture.svg.finished();
  }

  private BigDecimal clipped(Rational limit) {
    BigDecimal value = Decimals.nearest(limit);
    return isProbability ? value.max(BigDecimal.ZERO).min(BigDecimal.ONE) : value;
  }

  private BigDecimal lower() {
    BigDecimal value = Decimals.floor(outcome.lower().dyadic(), Decimals.DIGITS);
    return isProbability ? value.max(BigDecimal.ZERO) : value;
  }

  private BigDecimal upper() {
    BigDecimal value = Decimals.ceiling(outcome.upper().dyadic(), Decimals.DIGITS);
    return isProbability ? value.min(BigDecimal.ONE) : value;
  }

  private void forbidden(Requirement required) {
    if (required instanceof Limit limit) {
      double at = scale.place(limits.get(0));
      boolean isAbove = limit.comparison().isBelow();
      shade(isAbove ? at : scale.from(), isAbove ? scale.to() : at);
    } else {
      shade(scale.from(), scale.place(limits.get(0)));
      shade(scale.place(limits.get(1)), scale.to());
    }
  }

  private void shade(double from, double to) {
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" fill-opacity=\"0.14\"/>",
        text(from),
        text(TOP),
        text(Math.max(0, to - from)),
        text(BOTTOM - TOP),
        svg.palette().violated());
  }

  private void line() {
    svg.line(
        "<path d=\"M%s %sH%s\" stroke=\"%s\"/>",
        text(scale.from()), text(BOTTOM), text(scale.to()), svg.palette().text());
    double free = Double.NEGATIVE_INFINITY;
    for (ValueScale.Tick tick : scale.ticks()) {
      svg.line(
          "<path d=\"M%s %sv5\" stroke=\"%s\"/>",
          text(tick.place()), text(BOTTOM), svg.palette().text());
      double half = TextWidth.of(tick.label(), SIZE) / 2;
      double middle = Math.max(half + 1, Math.min(WIDTH - half - 1, tick.place()));
      if (middle - half > free) {
        words(middle, BOTTOM + 19, "middle", tick.label(), svg.palette().text());
        free = middle + half + 4;
      }
    }
    String name = Words.quantity(outcome.obligation());
    words(
        WIDTH / 2,
        BOTTOM + 38,
        "middle",
        scale.isLogarithmic() ? name + " (logarithmic scale)" : name,
        svg.palette().note());
  }

  /**
   * At least as wide as a thick line, so that bounds that meet can be seen; open where infinite.
   */
  private void bounds() {
    double from = outcome.lower().isFinite() ? scale.place(lower()) : scale.from();
    double to = outcome.upper().isFinite() ? scale.place(upper()) : scale.to();
    if (to - from < THINNEST) {
      double middle = Math.max(LEFT, Math.min(WIDTH - LEFT, (from + to) / 2));
      from = middle - THINNEST / 2;
      to = middle + THINNEST / 2;
    }
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\""
            + " stroke-width=\"1.5\"/>",
        text(from),
        text(TOP + 14),
        text(to - from),
        text(BOTTOM - TOP - 22),
        svg.palette().proven(),
        svg.palette().border());
    double tip = (from + to) / 2;
    svg.line(
        "<path d=\"M%s %sl-5 -8h10z\" fill=\"%s\"/>",
        text(tip), text(TOP + 12), svg.palette().border());
  }

  private void limits() {
    String colour = svg.palette().violated();
    List<Rational> exact = Words.limits(outcome.obligation());
    double free = 0;
    for (int k = 0; k < limits.size(); k++) {
      double x = scale.place(limits.get(k));
      svg.line(
          "<path d=\"M%s %sV%s\" stroke=\"%s\" stroke-width=\"2.5\"/>",
          text(x), text(TOP - 6), text(BOTTOM), colour);
      String label = "limit " + Decimals.exact(exact.get(k));
      double half = TextWidth.of(label, SIZE) / 2;
      double middle = Math.max(half + 1, Math.min(WIDTH - half - 1, x));
      if (middle - half >= free) {
        words(middle, TOP - 12, "middle", label, colour);
        free = middle + half + 8;
      }
    }
  }

  private void words(double x, double y, String anchor, String words, String colour) {
    svg.line(
        "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"12\" fill=\"%s\">%s</text>",
        text(x), text(y), anchor, colour, escaped(words));
  }
}
