package surety.report;

import static surety.language.display.Svg.text;

import java.util.List;
import surety.certificates.arithmetic.Bound;
import surety.language.display.AxisScale;
import surety.language.display.BoundsText;
import surety.language.display.Frame;
import surety.language.display.Svg;
import surety.solver.BandPoint;

/**
 * The band of a histogram: of each bin its probability over its width, between guaranteed bounds.
 * The half-lines at both ends have no width; words say what is there.
 */
final class DensityPanel {
  private final List<BandPoint> points;
  private final List<Bin> bins;

  DensityPanel(List<BandPoint> points) {
    this.points = points;
    this.bins = Bin.of(points);
  }

  /** Draws it between two heights. */
  void draw(Svg svg, AxisScale horizontal, double top, double bottom) {
    double highest = 0;
    for (Bin bin : bins) {
      highest = Math.max(highest, over(bin.upper().doubleCeiling(), bin));
    }
    AxisScale vertical = new AxisScale(0, highest > 0 ? 1.05 * highest : 1, bottom, top);
    new Frame(horizontal, vertical, true).draw(svg, "t", "density");
    for (Bin bin : bins) {
      if (width(bin) > 0) {
        double low = vertical.place(over(bin.lower().doubleFloor(), bin));
        double high = vertical.place(over(bin.upper().doubleCeiling(), bin));
        rectangle(svg, horizontal, bin, low, bottom, "#deebf7", "none");
        rectangle(svg, horizontal, bin, high, low, "#9ecae1", "#08519c");
      }
    }
  }

  private void rectangle(
      Svg svg, AxisScale axis, Bin bin, double top, double bottom, String fill, String stroke) {
    double left = axis.place(points.get(bin.to() - 1).t());
    svg.line(
        "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\"/>",
        text(left),
        text(top),
        text(axis.place(points.get(bin.to()).t()) - left),
        text(bottom - top),
        fill,
        stroke);
  }

  /** 0 of the half-lines at both ends. */
  private double width(Bin bin) {
    boolean isInner = bin.to() > 0 && bin.to() < points.size();
    return isInner ? points.get(bin.to()).t() - points.get(bin.to() - 1).t() : 0;
  }

  private double over(double probability, Bin bin) {
    return width(bin) > 0 ? probability / width(bin) : 0;
  }

  /** What the legend says of the ends. */
  String ends() {
    return "probability below the bins in "
        + bounds(bins.get(0))
        + ", above them in "
        + bounds(bins.get(bins.size() - 1));
  }

  private static String bounds(Bin bin) {
    return BoundsText.of(Bound.of(bin.lower()), Bound.of(bin.upper()), List.of());
  }
}
