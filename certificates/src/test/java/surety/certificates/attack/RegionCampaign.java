package surety.certificates.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import surety.certificates.arithmetic.Interval;
import surety.certificates.region.Region;
import surety.certificates.region.RegionRule;
import surety.certificates.replay.Certificates;
import surety.certificates.replay.RegionReplay;
import surety.certificates.replay.RegionReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.statement.RegionStatement;

/** The same for certificates of regions: what is valid lists all of them, with true masses. */
final class RegionCampaign {
  private static final int TARGETS = 24;
  private static final String RAW = "RAW_IN_REGIONS";
  private static final String SIGNS = "SIGNS_OF_A_PROOF";
  private static final String WEIGHT = "NETWORK_OF_REGIONS";

  private final long seed;
  private final Tally tally;
  private final List<RegionTarget> targets;

  private RegionCampaign(long seed, Tally tally) {
    this.seed = seed;
    this.tally = tally;
    this.targets = targets(seed, TARGETS);
  }

  static void run(long seed, int count, Tally tally) {
    RegionCampaign campaign = new RegionCampaign(seed, tally);
    for (int k = 0; k < count; k++) {
      campaign.run(k);
    }
  }

  /**
   * One that was spoiled.
   *
   * @param given what the checker is asked about
   * @param from what it was a certificate of, when it was {@code valid}
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody writes into them, nor compares them
  record Attempt(
      RegionTarget given, RegionTarget from, byte[] valid, byte[] changed, String name) {}

  private void run(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    BooleanSupplier isLoosened =
        () -> {
          boolean is = random.nextBoolean();
          if (is) {
            tally.addAdversarial();
          }
          return is;
        };
    attempt(targets, random, isLoosened)
        .ifPresent(
            attempt -> judge(attempt, "regions of seed %d, number %d, ".formatted(seed, number)));
  }

  static List<RegionTarget> targets(long seed, int count) {
    SplittableRandom random = new SplittableRandom(seed);
    List<RegionTarget> targets = new ArrayList<>();
    while (targets.size() < count) {
      RegionTarget.of(random.split()).ifPresent(targets::add);
    }
    return targets;
  }

  /**
   * Spoils one of the certificates; nothing where the other problem that was chosen is none.
   *
   * @param isLoosened whether its masses are to be such that cannot be wrong
   */
  static Optional<Attempt> attempt(
      List<RegionTarget> targets, SplittableRandom random, BooleanSupplier isLoosened) {
    RegionTarget target = Mutation.any(targets, random);
    byte[] valid = target.certificate(target.rules(), RegionTarget.leaves(target.rules()));
    return switch (random.nextInt(9)) {
      case 0 -> {
        byte[] other = Mutation.any(targets, random).certificate(target.rules(), 1);
        RawMutation raw = Mutation.any(List.of(RawMutation.values()), random);
        List<RegionRule> rules = loosened(target.rules(), isLoosened);
        byte[] whole = target.certificate(rules, RegionTarget.leaves(rules));
        byte[] changed = sealed(raw.change(whole, other, random));
        yield Optional.of(new Attempt(target, target, valid, changed, RAW));
      }
      case 1 -> otherNetwork(target, valid, random, isLoosened);
      case 2 -> {
        List<RegionRule> rules = loosened(target.lacking(), isLoosened);
        byte[] changed = target.certificate(rules, RegionTarget.leaves(rules));
        yield Optional.of(new Attempt(target, target, valid, changed, SIGNS));
      }
      default -> {
        RegionMutation mutation = Mutation.any(List.of(RegionMutation.values()), random);
        List<RegionRule> rules = loosened(mutation.apply(target.rules(), random), isLoosened);
        byte[] changed = target.certificate(rules, RegionTarget.leaves(rules));
        yield Optional.of(new Attempt(target, target, valid, changed, mutation.name()));
      }
    };
  }

  private static byte[] sealed(byte[] bytes) {
    return bytes.length > 80 ? Certificates.sealed(bytes) : bytes;
  }

  /** The tree of one network under the statement about another one that hardly differs. */
  private static Optional<Attempt> otherNetwork(
      RegionTarget target, byte[] valid, SplittableRandom random, BooleanSupplier isLoosened) {
    List<List<Double>> weights = target.model().layers().get(0).weights();
    int row = random.nextInt(weights.size());
    int column = random.nextInt(weights.get(row).size() + 1);
    Model model = target.model().with(0, row, column, random.nextInt(-8, 9) / 4.0);
    return RegionTarget.of(model, target.world())
        .map(
            other -> {
              List<RegionRule> rules = loosened(target.rules(), isLoosened);
              byte[] changed = other.certificate(rules, RegionTarget.leaves(rules));
              return new Attempt(other, target, valid, changed, WEIGHT);
            });
  }

  private static List<RegionRule> loosened(List<RegionRule> rules, BooleanSupplier isLoosened) {
    return isLoosened.getAsBoolean()
        ? rules.stream().map(RegionCampaign::loosened).toList()
        : rules;
  }

  /** With masses that cannot be wrong, so that only the regions themselves can be. */
  private static RegionRule loosened(RegionRule rule) {
    return rule instanceof RegionRule.Leaf leaf
        ? new RegionRule.Leaf(
            leaf.point(), Interval.of(0, Math.max(leaf.probability().upper(), 0x1p-7)))
        : rule;
  }

  private void judge(Attempt attempt, String where) {
    RegionTarget given = attempt.given();
    String name = attempt.name();
    String what = where + name;
    byte[] changed = attempt.changed();
    List<Region> regions = new ArrayList<>();
    RegionStatement statement = given.statement();
    RegionReplayResult result;
    long start = System.nanoTime();
    try {
      result =
          RegionReplay.run(
              statement,
              given.model().content(),
              new ByteArrayInputStream(changed),
              regions::add,
              new Deadline());
    } catch (IOException | RuntimeException e) {
      tally.add(name, Tally.Fate.FAILED);
      tally.addFault(what + ": " + e + " for " + statement.canonical());
      return;
    }
    tally.took(System.nanoTime() - start);
    if (result.replay() != ReplayVerdict.VALID) {
      tally.add(name, Tally.Fate.REJECTED);
      tally.addReason(name, result.reason().orElseThrow().name());
    } else if (statement.equals(attempt.from().statement())
        && Arrays.equals(attempt.valid(), changed)) {
      tally.add(name, Tally.Fate.SAME);
    } else if (given.isTrue(regions)) {
      tally.add(name, Tally.Fate.TRUE);
    } else {
      tally.add(name, Tally.Fate.FALSE);
      tally.addFault(what + ": not the regions of " + statement.canonical());
    }
  }
}
