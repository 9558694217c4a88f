package surety.language.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import surety.certificates.arithmetic.Rational;
import surety.certificates.density.Distribution;
import surety.certificates.density.Truncated;
import surety.language.law.Draw;
import surety.language.law.Draws;
import surety.language.law.Interval;
import surety.language.law.Linear;
import surety.language.problems.IssueCodes;
import surety.language.sure.DistributionTerm;
import surety.language.sure.SurePackage;

/**
 * Inputs under the condition that each lies in an interval. Where each is a number or goes along
 * one coordinate, the parts are restricted: what is left of the masses is not known as a fraction,
 * so they are not normalised, and the law divides by all there is. Where inputs move together, the
 * distribution is left as it is, and the box is a condition of all that is asked under it.
 */
final class BoxReader {
  private final Sampling sampling;
  private final DistributionTerm term;

  BoxReader(Sampling sampling, DistributionTerm term) {
    this.sampling = sampling;
    this.term = term;
  }

  Optional<Draws> cutOff(Draws draws, int inputs) {
    List<Interval> box = new ArrayList<>();
    Boxes.interval(term, term.getInterval(), sampling::add).ifPresent(box::add);
    term.getOthers()
        .forEach(other -> Boxes.interval(term, other, sampling::add).ifPresent(box::add));
    if (box.size() < 1 + term.getOthers().size()) {
      return Optional.empty();
    }
    if (box.size() != inputs) {
      report(
          IssueCodes.INTERVAL_OUTSIDE,
          "'on' names one interval, and there are " + inputs + " inputs; write [..] x [..]");
      return Optional.empty();
    }
    if (!draws.all().stream().allMatch(BoxReader::isParallel)) {
      return condition(draws, box);
    }
    boolean isAlone = draws.all().size() == 1;
    List<Draw> left = new ArrayList<>();
    for (Draw draw : draws.all()) {
      try {
        inside(draw, box, isAlone).ifPresent(left::add);
      } catch (IllegalArgumentException e) {
        report(IssueCodes.INTERVAL_OUTSIDE, e.getMessage());
        return Optional.empty();
      }
    }
    return result(draws, left);
  }

  /** Of inputs that move together the box is a condition of each question. */
  private Optional<Draws> condition(Draws draws, List<Interval> box) {
    boolean depends =
        draws.all().stream()
            .anyMatch(draw -> !draw.offsets().stream().allMatch(Linear::isConstant));
    if (depends) {
      report(
          IssueCodes.UNSUPPORTED,
          "'on' cuts off inputs that depend on others, which is not supported yet; ask for"
              + " P(... | ...) with the box as the condition");
      return Optional.empty();
    }
    if (draws.all().stream().noneMatch(draw -> canBeInside(draw, box))) {
      reportOutside();
      return Optional.empty();
    }
    return Optional.of(draws.within(box));
  }

  /** Whether the inputs that are numbers lie in their intervals. */
  private static boolean canBeInside(Draw draw, List<Interval> box) {
    for (int i = 0; i < box.size(); i++) {
      Linear value = draw.values().get(i).plus(draw.offsets().get(i));
      if (value.isConstant() && !box.get(i).contains(value.constant())) {
        return false;
      }
    }
    return true;
  }

  private Optional<Draws> result(Draws draws, List<Draw> left) {
    if (left.isEmpty()) {
      reportOutside();
      return Optional.empty();
    }
    boolean isDiscrete = left.stream().allMatch(draw -> draw.fresh().isEmpty());
    if (isDiscrete && draws.rest().isZero()) {
      Rational sum = left.stream().map(Draw::weight).reduce(Rational.ZERO, Rational::plus);
      return Optional.of(
          Draws.of(left.stream().map(d -> d.weighted(Rational.ONE.dividedBy(sum))).toList()));
    }
    return Optional.of(new Draws(left, draws.rest(), draws.all().size() == 1));
  }

  /** Whether each input is a number or goes along a coordinate of its own that is new. */
  private static boolean isParallel(Draw draw) {
    Set<Integer> used = new HashSet<>();
    for (int i = 0; i < draw.values().size(); i++) {
      Linear value = draw.values().get(i);
      boolean fits = value.isConstant() || value.terms().size() == 1;
      boolean isNew = value.isConstant() || used.add(value.terms().firstKey());
      if (!fits || !isNew || !draw.offsets().get(i).isConstant()) {
        return false;
      }
    }
    return true;
  }

  private static Optional<Draw> inside(Draw draw, List<Interval> box, boolean isAlone) {
    List<Distribution> fresh = new ArrayList<>(draw.fresh());
    for (int i = 0; i < box.size(); i++) {
      Linear value = draw.values().get(i);
      Rational constant = value.constant().plus(draw.offsets().get(i).constant());
      if (value.isConstant()) {
        if (!box.get(i).contains(constant)) {
          return Optional.empty();
        }
        continue;
      }
      int coordinate = value.terms().firstKey();
      Interval interval = box.get(i).before(value.terms().get(coordinate), constant);
      Optional<Distribution> part = part(fresh.get(coordinate), interval, isAlone);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      fresh.set(coordinate, part.get());
    }
    return Optional.of(new Draw(draw.weight(), fresh, draw.offsets(), draw.values()));
  }

  private static Optional<Distribution> part(
      Distribution distribution, Interval interval, boolean isAlone) {
    Optional<Distribution> restricted = interval.restrict(distribution);
    boolean cuts = interval.lower().isPresent() || interval.upper().isPresent();
    if (restricted.isEmpty() || !isAlone || !cuts) {
      return restricted;
    }
    if (distribution instanceof Truncated t) {
      return new Interval(t.lower(), t.upper())
          .and(interval)
          .map(both -> new Truncated(t.base(), both.lower(), both.upper()));
    }
    return Optional.of(new Truncated(distribution, interval.lower(), interval.upper()));
  }

  private void reportOutside() {
    report(
        IssueCodes.INTERVAL_OUTSIDE,
        "the distribution has probability 0 there; choose intervals where it has some");
  }

  private void report(String code, String message) {
    sampling.report(code, message, term, SurePackage.Literals.DISTRIBUTION_TERM__INTERVAL);
  }
}
