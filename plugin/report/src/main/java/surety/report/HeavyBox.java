package surety.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.language.display.BoxText;
import surety.language.display.ShareText;
import surety.language.origin.Origin;
import surety.language.verification.Evidence;
import surety.solver.HeavyCell;

/**
 * A box of inputs with much of an event's probability: an estimate, never a bound.
 *
 * @param words the box with the inputs' names, in the specification's units
 * @param share of all of the probability, or {@code unknown}
 * @param probability that the inputs are there and it happens
 */
public record HeavyBox(String words, String share, BigDecimal probability) {
  /** The heaviest of an outcome, the heaviest first; none if the search found none. */
  public static List<HeavyBox> of(Outcome outcome) {
    if (!outcome.isSingle() || outcome.evidence().isEmpty()) {
      return List.of();
    }
    Evidence evidence = outcome.evidence().get();
    List<String> names = outcome.obligation().inputs();
    Optional<Origin> origin = Origin.of(evidence, names);
    List<HeavyBox> boxes = new ArrayList<>();
    if (origin.isPresent()) {
      for (Origin.Part part : origin.get().parts()) {
        String share = part.share().map(ShareText::percent).orElse("unknown");
        boxes.add(new HeavyBox(BoxText.of(part.sides(), names), share, part.probability()));
      }
      return boxes;
    }
    for (HeavyCell cell : evidence.heaviest()) {
      if (!cell.sides().isEmpty()) {
        boxes.add(new HeavyBox(BoxText.of(cell.sides(), names), "unknown", cell.probability()));
      }
    }
    return boxes;
  }

  /** Whether the boxes are where the event happens, and not where it does not. */
  public static boolean areInside(Outcome outcome) {
    return outcome.evidence().map(Origin::isInside).orElse(true);
  }

  /** The probability rounded to what matters of it. */
  public String few() {
    return ShareText.few(probability);
  }
}
