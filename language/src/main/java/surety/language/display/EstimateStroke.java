package surety.language.display;

import java.util.Arrays;
import java.util.Optional;
import surety.solver.estimate.EstimateTable.Way;

/** How estimates of a cdf are drawn: dashed, in colours that are seen on light and dark grounds. */
public enum EstimateStroke {
  LINEAR(Way.LINEAR, "linear", "#d95f02", "8 4"),
  MATCHING(Way.MATCHING, "matching", "#1b9e77", "3 3"),
  SAMPLING(Way.SAMPLING, "sampling", "#7570b3", "12 3 3 3");

  private final Way way;
  private final String word;
  private final String colour;
  private final String dashes;

  EstimateStroke(Way way, String word, String colour, String dashes) {
    this.way = way;
    this.word = word;
    this.colour = colour;
    this.dashes = dashes;
  }

  /** Of a way; none of one that gives no cdf of its own. */
  public static Optional<EstimateStroke> of(Way way) {
    return Arrays.stream(values()).filter(stroke -> stroke.way == way).findFirst();
  }

  /** The way. */
  public Way way() {
    return way;
  }

  /** For a legend: nobody is to take it for a bound. */
  public String words() {
    return word + ", estimate";
  }

  /** The attributes of a line. */
  public String attributes() {
    return "stroke=\"%s\" stroke-width=\"1.5\" stroke-dasharray=\"%s\"".formatted(colour, dashes);
  }
}
