package surety.solver.bounding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.activation.Activation;
import surety.certificates.activation.Section;
import surety.certificates.activation.Wave;
import surety.certificates.arithmetic.Interval;

/**
 * A function of one variable as {@code rising(x) + falling(-x)}, where neither of the two ever
 * decreases. Of a network's pair of values l and u, at either side of x, the first part's bounds
 * take the one and the second part's bounds the other: so what turns is bounded like what does not.
 * The square, {@code max(x, 0)^2 + max(-x, 0)^2}, and the absolute value are of this kind (the
 * paper's section 3.2 and appendix B.1), and so is everything that turns at known points.
 *
 * @param rising none if the function never rises
 * @param falling none if it never falls
 */
record MonotoneParts(Optional<MonotoneFunction> rising, Optional<MonotoneFunction> falling) {

  /**
   * The parts of an activation.
   *
   * @param range of its argument; the parts are those of the activation there
   * @throws BoundingException if it is not defined everywhere in the range, or it is not known
   *     where it rises and where it falls
   */
  static MonotoneParts of(Activation activation, Interval range) throws BoundingException {
    if (!activation.isDefinedOn(range.lower(), range.upper())) {
      throw new BoundingException(
          ("it is %s of a number in %s, which is not defined everywhere there; take a smaller box"
                  + " (surety check --bounding adaptive works without bounding networks)")
              .formatted(activation.name(), range));
    }
    if (activation instanceof Wave wave) {
      return new MonotoneParts(
          Optional.of(WavePart.rising(wave, range)), Optional.of(WavePart.falling(wave, range)));
    }
    boolean isEverywhere =
        activation.isDefinedOn(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    Turn first = isEverywhere ? Turn.NONE_BEFORE : Turn.at(activation, range.lower());
    Turn last = isEverywhere ? Turn.NONE_BEHIND : Turn.at(activation, range.upper());
    if (activation.isNonDecreasing()) {
      return rising(ActivationPart.rising(activation, first, last));
    }
    if (activation.isNonIncreasing()) {
      return falling(ActivationPart.falling(activation, first, last));
    }
    return activation.valley().isPresent()
        ? valley(activation, Turn.of(activation, activation.valley().get()))
        : bySections(activation);
  }

  private static MonotoneParts rising(MonotoneFunction part) {
    return new MonotoneParts(Optional.of(part), Optional.empty());
  }

  private static MonotoneParts falling(MonotoneFunction part) {
    return new MonotoneParts(Optional.empty(), Optional.of(part));
  }

  private static MonotoneParts valley(Activation activation, Turn turn) {
    return new MonotoneParts(
        Optional.of(ActivationPart.rising(activation, turn, Turn.NONE_BEHIND)),
        Optional.of(ActivationPart.falling(activation, Turn.NONE_BEFORE, turn).lessValueAt(turn)));
  }

  private static MonotoneParts peak(Activation activation, Turn turn) {
    return new MonotoneParts(
        Optional.of(ActivationPart.rising(activation, Turn.NONE_BEFORE, turn)),
        Optional.of(ActivationPart.falling(activation, turn, Turn.NONE_BEHIND).lessValueAt(turn)));
  }

  /** Each section is monotone; so a function turns where two of them meet, if it does. */
  private static MonotoneParts bySections(Activation activation) throws BoundingException {
    List<Double> turns = new ArrayList<>();
    int before = 0;
    for (Section section : activation.sections()) {
      int direction = direction(activation, section);
      if (direction * before < 0) {
        turns.add(section.from());
      }
      before = direction == 0 ? before : direction;
    }
    if (turns.size() > 1) {
      throw new BoundingException(unknown(activation));
    }
    if (turns.isEmpty()) {
      return before < 0
          ? falling(ActivationPart.falling(activation, Turn.NONE_BEFORE, Turn.NONE_BEHIND))
          : rising(ActivationPart.of(activation));
    }
    Turn turn = Turn.at(activation, turns.get(0));
    return before > 0 ? valley(activation, turn) : peak(activation, turn);
  }

  /** 1 where it rises, -1 where it falls, 0 where it does neither. */
  private static int direction(Activation activation, Section section) throws BoundingException {
    Interval slope = activation.encloseSlope(section, inside(section));
    if (slope.lower() < 0 && slope.upper() > 0) {
      throw new BoundingException(unknown(activation));
    }
    return slope.upper() > 0 ? 1 : slope.lower() < 0 ? -1 : 0;
  }

  private static double inside(Section section) {
    boolean isOpenBefore = Double.isInfinite(section.from());
    boolean isOpenBehind = Double.isInfinite(section.to());
    if (isOpenBefore) {
      return isOpenBehind ? 0 : section.to() - 1;
    }
    return isOpenBehind ? section.from() + 1 : 0.5 * section.from() + 0.5 * section.to();
  }

  private static String unknown(Activation activation) {
    return ("it is %s, of which it is not known where it rises and where it falls; surety check"
            + " --bounding adaptive works without bounding networks")
        .formatted(activation.name());
  }
}
