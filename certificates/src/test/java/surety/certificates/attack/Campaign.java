package surety.certificates.attack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.arithmetic.Enclosure;
import surety.certificates.arithmetic.Rational;
import surety.certificates.cell.Truncation;
import surety.certificates.proof.TreeBounds;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Replay;
import surety.certificates.replay.ReplayResult;
import surety.certificates.replay.ReplayVerdict;
import surety.certificates.text.StatementException;

/**
 * Spoils certificates and gives them to the kernel. Whatever it calls valid has to be true: the
 * claimed bounds have to contain the exact value of what the checker's statement asks for.
 */
final class Campaign {
  private static final int TARGETS = 48;

  private final long seed;
  private final Tally tally;
  private final List<Target> targets = new ArrayList<>();
  private final Map<String, List<Truth>> truths = new HashMap<>();

  /** Those of the problems that were asked about last. */
  private final Map<Scene, Oracle> oracles =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Scene, Oracle> eldest) {
          return size() > 4 * TARGETS;
        }
      };

  private Campaign(long seed, int count, Tally tally) {
    this.seed = seed;
    this.tally = tally;
    SplittableRandom random = new SplittableRandom(seed);
    SceneMaker.Kind[] kinds = SceneMaker.Kind.values();
    while (targets.size() < count) {
      SplittableRandom own = random.split();
      Scene scene = new SceneMaker(own).make(kinds[targets.size() % kinds.length]);
      Target.of(scene, own).ifPresent(targets::add);
    }
  }

  /**
   * A number of mutants of the certificates of one seed.
   *
   * @param from the number of the first mutant, from 0: each depends on its number only
   */
  static void run(long seed, int from, int count, Tally tally) {
    Campaign campaign = new Campaign(seed, TARGETS, tally);
    for (int k = from; k < from + count; k++) {
      campaign.run(k);
    }
  }

  /** The certificates of a seed. */
  static List<Target> targets(long seed, int count) {
    return List.copyOf(new Campaign(seed, count, new Tally()).targets);
  }

  private static List<Mutation> family(SplittableRandom random) {
    Stream<? extends Mutation> all =
        switch (random.nextInt(20)) {
          case 0, 1, 2 -> Arrays.stream(HeaderMutation.values());
          case 3, 4, 5, 6, 7 -> Arrays.stream(StatementMutation.values());
          case 8, 9, 10 -> Arrays.stream(RawMutation.values());
          default -> Arrays.stream(TreeMutation.values());
        };
    return all.map(Mutation.class::cast).toList();
  }

  /** One that was spoiled, the certificate that it was, and how. */
  record Attempt(Mutant mutant, Target target, String name) {
    boolean hasOtherBounds() {
      return name.startsWith("BOUNDS");
    }
  }

  /** Spoils one of the certificates. */
  static Attempt attempt(List<Target> targets, SplittableRandom random) {
    while (true) {
      Target target = Mutation.any(targets, random);
      Mutation mutation = Mutation.any(family(random), random);
      Optional<Mutant> mutant = mutation.apply(target, targets, random);
      if (mutant.isPresent()) {
        return new Attempt(mutant.get(), target, mutation.name());
      }
    }
  }

  private void run(int number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Attempt attempt = attempt(targets, random);
    Mutant judged = attempt.mutant();
    if (random.nextBoolean() && !attempt.hasOtherBounds()) {
      Optional<Mutant> bounded = bounded(judged);
      bounded.ifPresent(own -> tally.addAdversarial());
      judged = bounded.orElse(judged);
    }
    boolean isStale = random.nextInt(10) == 0;
    if (isStale) {
      judged = judged.with(stale(judged.certificate(), attempt.target().parts().bytes()));
    }
    String what = "seed %d, number %d, %s".formatted(seed, number, attempt.name());
    judge(judged, attempt.target(), attempt.name(), isStale, what);
  }

  /**
   * With the bounds that the kernel itself finds, so that it has nothing else to object to; nothing
   * where it does not find any.
   */
  static Optional<Mutant> bounded(Mutant mutant) {
    if (mutant.parts().isEmpty()) {
      return Optional.empty();
    }
    Parts parts = mutant.parts().get();
    try {
      List<Truncation> truncations = new ArrayList<>();
      for (String line : parts.truncations()) {
        String[] ends = line.split(" ", -1);
        truncations.add(
            new Truncation(
                Dyadic.parseHex(ends[0]).doubleFloor(), Dyadic.parseHex(ends[1]).doubleFloor()));
      }
      List<Enclosure> bounds =
          TreeBounds.compute(
                  Target.problem(mutant.scene(), mutant.scene().statement(), truncations),
                  parts.numbers().stream().map(Rational::parse).toList(),
                  new ByteArrayInputStream(parts.treeBytes()),
                  1)
              .bounds();
      Parts own = parts.withBounds(bounds.stream().map(Target::line).toList());
      return Optional.of(mutant.with(own));
    } catch (RejectedException | StatementException | IllegalArgumentException e) {
      return Optional.empty(); // the replay says why
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Under the digest of another certificate. */
  private static byte[] stale(byte[] bytes, byte[] of) {
    byte[] changed = bytes.clone();
    int length = Math.min(66, Math.min(bytes.length, of.length));
    System.arraycopy(of, of.length - length, changed, changed.length - length, length);
    return changed;
  }

  private void judge(Mutant mutant, Target target, String name, boolean isStale, String what) {
    long start = System.nanoTime();
    ReplayResult result;
    try {
      result =
          Replay.run(
              mutant.statement(),
              mutant.networks(),
              new ByteArrayInputStream(mutant.certificate()),
              1,
              new Deadline());
    } catch (IOException | RuntimeException e) {
      tally.add(name, Tally.Fate.FAILED);
      tally.addFault(what + ": " + e + " for " + mutant.statement().canonical());
      return;
    }
    tally.took(System.nanoTime() - start);
    if (result.replay() != ReplayVerdict.VALID) {
      tally.add(name, Tally.Fate.REJECTED);
      tally.addReason(name, result.reason().orElseThrow().name());
      return;
    }
    boolean isSame =
        mutant.statement().equals(target.statement())
            && Arrays.equals(mutant.certificate(), target.parts().bytes());
    Tally.Fate fate = isStale && !isSame ? Tally.Fate.FALSE : fate(mutant, result);
    tally.add(name, fate == Tally.Fate.TRUE && isSame ? Tally.Fate.SAME : fate);
    if (fate == Tally.Fate.FALSE) {
      tally.addFault(
          "%s: %s claims %s (%s), but the truth is %s"
              .formatted(
                  what,
                  mutant.statement().canonical(),
                  result.bounds(),
                  result.verdict(),
                  truths(mutant, result.numbers())));
    }
  }

  private List<Truth> truths(Mutant mutant, List<Rational> numbers) {
    boolean isBand = mutant.statement().claim().requirement().isEmpty();
    String key = mutant.statement().canonical() + (isBand ? numbers : "");
    return truths.computeIfAbsent(
        key, text -> oracle(mutant.scene()).truths(mutant.statement().claim(), numbers));
  }

  private Oracle oracle(Scene scene) {
    return oracles.computeIfAbsent(scene.claiming(""), Oracle::new);
  }

  private Tally.Fate fate(Mutant mutant, ReplayResult result) {
    List<Truth> all = truths(mutant, result.numbers());
    if (!all.stream().allMatch(Truth::isJudged)) {
      return Tally.Fate.UNJUDGED;
    }
    return isTrue(all, mutant, result) ? Tally.Fate.TRUE : Tally.Fate.FALSE;
  }

  private static boolean isTrue(List<Truth> all, Mutant mutant, ReplayResult result) {
    if (all.size() != result.bounds().size()) {
      return false;
    }
    for (int k = 0; k < all.size(); k++) {
      if (!all.get(k).isWithin(result.bounds().get(k))) {
        return false;
      }
    }
    return result.verdict().isEmpty()
        || all.get(0)
            .allows(result.verdict().get(), mutant.statement().claim().requirement().orElseThrow());
  }
}
