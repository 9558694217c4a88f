package surety.solver.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import surety.certificates.arithmetic.Interval;
import surety.certificates.rejection.RejectedException;
import surety.certificates.support.Combination;
import surety.certificates.support.Decision;
import surety.certificates.support.Place;
import surety.certificates.support.SupportRule;

/** A node of a tree that grows. Until it is worked out, it is left out. */
final class SupportNode {
  /** A combination that helps less is not worth its bytes. */
  private static final double GAIN = 0.99;

  /** By how much bounds are wider than the kernel's, for other checkers. */
  static final double ROOM = 1e-12;

  private Optional<Place> place;
  private final double most;
  private final HalfSpaces halfSpaces;
  private final int decisions;
  private final boolean isConfined;
  private final List<SupportRule> rules = new ArrayList<>();
  private final List<SupportNode> below = new ArrayList<>();

  private SupportNode(
      Place place,
      HalfSpaces halfSpaces,
      int decisions,
      boolean isConfined,
      List<SupportRule> rules) {
    this.place = Optional.of(place);
    this.most = place.most();
    this.halfSpaces = halfSpaces;
    this.decisions = decisions;
    this.isConfined = isConfined;
    this.rules.addAll(rules);
  }

  static SupportNode root(Place place) {
    return new SupportNode(place, HalfSpaces.NONE, 0, true, List.of());
  }

  /** At least the mass of what is here. */
  double most() {
    return most;
  }

  /** Whether a combination of its half-spaces was looked for. */
  boolean isConfined() {
    return isConfined;
  }

  boolean isPattern() {
    return place.orElseThrow().isPattern();
  }

  /** The same with the best combination of its half-spaces. */
  SupportNode confined() throws RejectedException {
    HalfSpaces solved = halfSpaces.solved();
    Optional<Combination> combination = solved.combination();
    Place here = place.orElseThrow();
    if (combination.isPresent()) {
      Place within = here.within(combination.get());
      if (within.most() < GAIN * most) {
        SupportRule rule = new SupportRule.Confined(combination.get());
        return new SupportNode(within, solved, decisions, true, List.of(rule));
      }
    }
    return new SupportNode(here, solved, decisions, true, List.of());
  }

  /** An upper bound that other checkers find as well; 0 is exact. */
  static double wider(double upper) {
    return upper == 0 ? 0 : Math.min(1, upper * (1 + ROOM) + Double.MIN_NORMAL);
  }

  /** Lists its pattern. */
  void list() {
    Place here = place.orElseThrow();
    double lower = Math.max(0, here.least() * (1 - ROOM) - Double.MIN_NORMAL);
    rules.add(new SupportRule.Pattern(Interval.of(lower, wider(here.most()))));
    place = Optional.empty();
  }

  /**
   * Decides a neuron: of those that are open the one with the most certain piece, because what its
   * other pieces may have is then counted once and not under each combination of pieces of others.
   */
  void split() {
    Place here = place.orElseThrow();
    Place at = here.isGateDecided() ? here.atNextGate() : here;
    int neuron = mostCertain(at);
    rules.add(new SupportRule.Split(neuron));
    for (int piece = 0; piece < at.pieces(neuron); piece++) {
      Place on = at.on(neuron, piece);
      Decision last = on.lastDecision();
      below.add(
          new SupportNode(on, halfSpaces.plus(decisions, last), decisions + 1, false, List.of()));
    }
    place = Optional.empty();
  }

  private static int mostCertain(Place place) {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int neuron = 0; neuron < place.neurons(); neuron++) {
      for (int piece = 0; place.isOpen(neuron) && piece < place.pieces(neuron); piece++) {
        double outside = place.share(neuron, piece).outside();
        if (outside < least) {
          least = outside;
          best = neuron;
        }
      }
    }
    return best;
  }

  /** What stands in the tree for it; its children follow. */
  List<SupportRule> rules() {
    List<SupportRule> all = new ArrayList<>(rules);
    if (place.isPresent()) {
      all.add(new SupportRule.LeftOut());
    }
    return all;
  }

  /** One for each piece of its neuron; to be replaced by what becomes of them. */
  List<SupportNode> children() {
    return below;
  }
}
