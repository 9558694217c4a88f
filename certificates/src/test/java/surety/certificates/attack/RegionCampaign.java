package surety.certificates.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
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
  private final List<RegionTarget> targets = new ArrayList<>();

  private RegionCampaign(long seed, Tally tally) {
    this.seed = seed;
    this.tally = tally;
    SplittableRandom random = new SplittableRandom(seed);
    while (targets.size() < TARGETS) {
      RegionTarget.of(random.split()).ifPresent(targets::add);
    }
  }

  static void run(long seed, int count, Tally tally) {
    RegionCampaign campaign = new RegionCampaign(seed, tally);
    for (int k = 0; k < count; k++) {
      campaign.run(k);
    }
  }

  private void run(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    RegionTarget target = Mutation.any(targets, random);
    byte[] valid = target.certificate(target.rules(), RegionTarget.leaves(target.rules()));
    String what = "regions of seed %d, number %d, ".formatted(seed, number);
    switch (random.nextInt(9)) {
      case 0 -> {
        byte[] other = Mutation.any(targets, random).certificate(target.rules(), 1);
        RawMutation raw = Mutation.any(List.of(RawMutation.values()), random);
        byte[] changed = raw.change(valid.clone(), other, random);
        judge(target, target, valid, sealed(changed), RAW, what + raw);
      }
      case 1 -> otherNetwork(target, valid, random, what);
      case 2 -> {
        List<RegionRule> rules = new ArrayList<>(target.lacking());
        if (random.nextBoolean()) {
          rules.replaceAll(RegionCampaign::loosened);
        }
        byte[] changed = target.certificate(rules, RegionTarget.leaves(rules));
        judge(target, target, valid, changed, SIGNS, what + SIGNS);
      }
      default -> {
        RegionMutation mutation = Mutation.any(List.of(RegionMutation.values()), random);
        List<RegionRule> rules = mutation.apply(target.rules(), random);
        if (random.nextBoolean()) {
          rules = rules.stream().map(RegionCampaign::loosened).toList();
          tally.addAdversarial();
        }
        byte[] changed = target.certificate(rules, RegionTarget.leaves(rules));
        judge(target, target, valid, changed, mutation.name(), what + mutation);
      }
    }
  }

  private static byte[] sealed(byte[] bytes) {
    return bytes.length > 80 ? Certificates.sealed(bytes) : bytes;
  }

  /** The tree of one network under the statement about another one that hardly differs. */
  private void otherNetwork(
      RegionTarget target, byte[] valid, SplittableRandom random, String what) {
    List<List<Double>> weights = target.model().layers().get(0).weights();
    int row = random.nextInt(weights.size());
    int column = random.nextInt(weights.get(row).size() + 1);
    Model model = target.model().with(0, row, column, random.nextInt(-8, 9) / 4.0);
    World world = target.world();
    Optional<RegionTarget> other = RegionTarget.of(model, world);
    if (other.isPresent()) {
      List<RegionRule> rules = new ArrayList<>(target.rules());
      if (random.nextBoolean()) {
        rules.replaceAll(RegionCampaign::loosened);
      }
      byte[] changed = other.get().certificate(rules, RegionTarget.leaves(rules));
      judge(other.get(), target, valid, changed, WEIGHT, what + WEIGHT);
    }
  }

  /** With masses that cannot be wrong, so that only the regions themselves can be. */
  private static RegionRule loosened(RegionRule rule) {
    return rule instanceof RegionRule.Leaf leaf
        ? new RegionRule.Leaf(
            leaf.point(), Interval.of(0, Math.max(leaf.probability().upper(), 0x1p-7)))
        : rule;
  }

  private void judge(
      RegionTarget given,
      RegionTarget from,
      byte[] valid,
      byte[] changed,
      String name,
      String what) {
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
              () -> System.nanoTime() - start > 30_000_000_000L);
    } catch (IOException | RuntimeException e) {
      tally.add(name, Tally.Fate.FAILED);
      tally.addFault(what + ": " + e + " for " + statement.canonical());
      return;
    }
    tally.took(System.nanoTime() - start);
    if (result.replay() != ReplayVerdict.VALID) {
      tally.add(name, Tally.Fate.REJECTED);
      tally.addReason(name, result.reason().orElseThrow().name());
    } else if (given.statement().equals(from.statement()) && Arrays.equals(valid, changed)) {
      tally.add(name, Tally.Fate.SAME);
    } else if (given.isTrue(regions)) {
      tally.add(name, Tally.Fate.TRUE);
    } else {
      tally.add(name, Tally.Fate.FALSE);
      tally.addFault(what + ": not the regions of " + statement.canonical());
    }
  }
}
