package surety.language.ide.picture;

import java.util.List;
import surety.language.display.EstimateStroke;

/**
 * An estimate of a cdf, to be drawn beside its proven bounds.
 *
 * @param probabilities one for each point of the bounds
 */
public record EstimatedCdf(EstimateStroke stroke, List<Double> probabilities) {
  /** Keeps its own list. */
  public EstimatedCdf {
    probabilities = List.copyOf(probabilities);
  }
}
