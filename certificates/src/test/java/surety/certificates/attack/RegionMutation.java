package surety.certificates.attack;

import static surety.certificates.attack.Mutation.any;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import surety.certificates.arithmetic.Interval;
import surety.certificates.region.FarkasCombination;
import surety.certificates.region.RationalPoint;
import surety.certificates.region.RegionRule;

/** Enumerations of regions that leave something out, or show nothing. */
enum RegionMutation {
  NODE_DROPPED(
      (rules, random) -> {
        rules.remove(random.nextInt(rules.size()));
        return rules;
      }),
  NODE_DOUBLED(
      (rules, random) -> {
        int at = random.nextInt(rules.size());
        rules.add(at, rules.get(at));
        return rules;
      }),
  NODES_SWAPPED(
      (rules, random) -> {
        Collections.swap(rules, random.nextInt(rules.size()), random.nextInt(rules.size()));
        return rules;
      }),
  NODES_TURNED(
      (rules, random) -> {
        Collections.reverse(rules.subList(random.nextInt(rules.size()), rules.size()));
        return rules;
      }),
  HOLE_IN_REGIONS(
      (rules, random) -> changed(rules, RegionRule.class, random, rule -> new RegionRule.Hole())),
  MASS_NUDGED((rules, random) -> leaf(rules, random, mass -> nudged(mass, random))),
  MASS_MOVED((rules, random) -> leaf(rules, random, mass -> moved(mass, random))),
  POINT_MOVED(
      (rules, random) ->
          changed(rules, RegionRule.Leaf.class, random, rule -> moved(rule, random))),
  POINT_OF_ANOTHER(
      (rules, random) -> {
        RegionRule.Leaf other = any(all(rules, RegionRule.Leaf.class), random);
        return changed(
            rules,
            RegionRule.Leaf.class,
            random,
            rule -> new RegionRule.Leaf(other.point(), ((RegionRule.Leaf) rule).probability()));
      }),
  OTHER_SIDE_EMPTY(
      (rules, random) ->
          changed(
              rules,
              RegionRule.Fixed.class,
              random,
              rule ->
                  new RegionRule.Fixed(
                      !((RegionRule.Fixed) rule).aboveIsEmpty(),
                      ((RegionRule.Fixed) rule).proof()))),
  MULTIPLIER_CHANGED((rules, random) -> proof(rules, random, proof -> scaled(proof, random))),
  TERM_DROPPED(
      (rules, random) ->
          proof(
              rules,
              random,
              proof ->
                  proof.terms().isEmpty()
                      ? proof
                      : new FarkasCombination(
                          proof.ofSide(), proof.terms().subList(1, proof.terms().size())))),
  HALF_SPACE_CHANGED((rules, random) -> proof(rules, random, proof -> renumbered(proof, random))),
  SIDE_LEFT_OUT(
      (rules, random) -> {
        FarkasCombination proof =
            all(rules, RegionRule.Fixed.class).stream()
                .map(RegionRule.Fixed::proof)
                .findFirst()
                .orElse(new FarkasCombination(BigInteger.ONE, List.of()));
        return changed(
            rules,
            RegionRule.Branch.class,
            random,
            rule -> new RegionRule.Fixed(random.nextBoolean(), proof));
      }),
  BRANCH_TO_NOTHING(
      (rules, random) ->
          changed(rules, RegionRule.Fixed.class, random, rule -> new RegionRule.Branch())),
  LEAF_BEFORE_THE_END(
      (rules, random) -> {
        RegionRule.Leaf other = any(all(rules, RegionRule.Leaf.class), random);
        return changed(rules, RegionRule.Branch.class, random, rule -> other);
      });

  private interface Change {
    List<RegionRule> apply(List<RegionRule> rules, SplittableRandom random);
  }

  @SuppressWarnings("ImmutableEnumChecker") // a function without a state
  private final Change change;

  RegionMutation(Change change) {
    this.change = change;
  }

  List<RegionRule> apply(List<RegionRule> rules, SplittableRandom random) {
    return change.apply(new ArrayList<>(rules), random);
  }

  private static <T extends RegionRule> List<T> all(List<RegionRule> rules, Class<T> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static List<RegionRule> changed(
      List<RegionRule> rules,
      Class<? extends RegionRule> kind,
      SplittableRandom random,
      UnaryOperator<RegionRule> change) {
    List<Integer> places =
        IntStream.range(0, rules.size())
            .filter(k -> kind.isInstance(rules.get(k)))
            .boxed()
            .toList();
    if (!places.isEmpty()) {
      int at = any(places, random);
      rules.set(at, change.apply(rules.get(at)));
    }
    return rules;
  }

  private static List<RegionRule> leaf(
      List<RegionRule> rules, SplittableRandom random, UnaryOperator<Interval> change) {
    return changed(
        rules,
        RegionRule.Leaf.class,
        random,
        rule ->
            new RegionRule.Leaf(
                ((RegionRule.Leaf) rule).point(),
                change.apply(((RegionRule.Leaf) rule).probability())));
  }

  private static Interval nudged(Interval mass, SplittableRandom random) {
    double lower = random.nextBoolean() ? Math.nextUp(mass.lower()) : mass.lower();
    return new Interval(lower, Math.max(lower, Math.nextDown(mass.upper())));
  }

  private static Interval moved(Interval mass, SplittableRandom random) {
    double step = Math.scalb(1.0, -random.nextInt(1, 50));
    double lower = Math.max(0, mass.lower() + (random.nextBoolean() ? step : -step));
    return new Interval(lower, Math.max(lower, mass.upper() + step / 2));
  }

  private static RegionRule moved(RegionRule rule, SplittableRandom random) {
    RegionRule.Leaf leaf = (RegionRule.Leaf) rule;
    List<BigInteger> numerators = new ArrayList<>(leaf.point().numerators());
    if (numerators.isEmpty()) {
      return rule;
    }
    BigInteger step = leaf.point().denominator().shiftRight(random.nextInt(6));
    int at = random.nextInt(numerators.size());
    numerators.set(at, numerators.get(at).add(random.nextBoolean() ? step : step.negate()));
    RationalPoint point = new RationalPoint(numerators, leaf.point().denominator());
    return new RegionRule.Leaf(point, leaf.probability());
  }

  private static List<RegionRule> proof(
      List<RegionRule> rules, SplittableRandom random, UnaryOperator<FarkasCombination> change) {
    return changed(
        rules,
        RegionRule.Fixed.class,
        random,
        rule ->
            new RegionRule.Fixed(
                ((RegionRule.Fixed) rule).aboveIsEmpty(),
                change.apply(((RegionRule.Fixed) rule).proof())));
  }

  private static FarkasCombination scaled(FarkasCombination proof, SplittableRandom random) {
    BigInteger factor = BigInteger.valueOf(random.nextInt(-2, 4));
    if (proof.terms().isEmpty() || random.nextBoolean()) {
      return new FarkasCombination(proof.ofSide().multiply(factor), proof.terms());
    }
    List<FarkasCombination.Term> terms = new ArrayList<>(proof.terms());
    int at = random.nextInt(terms.size());
    FarkasCombination.Term old = terms.get(at);
    terms.set(at, new FarkasCombination.Term(old.index(), old.multiplier().multiply(factor)));
    return new FarkasCombination(proof.ofSide(), terms);
  }

  private static FarkasCombination renumbered(FarkasCombination proof, SplittableRandom random) {
    if (proof.terms().isEmpty()) {
      return proof;
    }
    List<FarkasCombination.Term> terms = new ArrayList<>(proof.terms());
    int at = random.nextInt(terms.size());
    int index = random.nextInt(-1, 8);
    terms.set(at, new FarkasCombination.Term(index, terms.get(at).multiplier()));
    return new FarkasCombination(proof.ofSide(), terms);
  }
}
