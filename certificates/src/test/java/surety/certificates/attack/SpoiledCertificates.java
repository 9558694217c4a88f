package surety.certificates.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import surety.certificates.arithmetic.Bound;
import surety.certificates.arithmetic.Dyadic;
import surety.certificates.replay.NetworkContent;
import surety.certificates.statement.RegionStatement;
import surety.certificates.statement.Statement;

/**
 * Spoiled certificates for other judges than the campaign. Before they are spoiled their claimed
 * bounds are a little wider than those that the kernel finds, as FORMAT.md advises where several
 * checkers are to accept them.
 */
public final class SpoiledCertificates {
  private static final int TARGETS = 16;

  /** What bounds are wider by, for each unit of their size and one more. */
  private static final double WIDER = 0x1p-30;

  /**
   * What a checker is given.
   *
   * @param what a name for messages, with the kind of mutation
   */
  @SuppressWarnings("ArrayRecordComponent") // nobody writes into it, nor compares them
  public record Spoiled(
      String what, Statement statement, List<NetworkContent> networks, byte[] certificate) {}

  /** The same for regions. */
  @SuppressWarnings("ArrayRecordComponent") // nobody writes into it, nor compares them
  public record SpoiledRegions(
      String what, RegionStatement statement, NetworkContent network, byte[] certificate) {}

  private SpoiledCertificates() {}

  /** At most so many of regions, whose masses are 0 at least, and cannot be wrong. */
  public static List<SpoiledRegions> ofRegions(long seed, int count) {
    List<RegionTarget> targets = RegionCampaign.targets(seed, TARGETS);
    List<SpoiledRegions> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      String where = "regions of seed %d, number %d, ".formatted(seed, k);
      RegionCampaign.attempt(targets, new SplittableRandom(seed * 1_000_003 + k), () -> true)
          .map(
              attempt ->
                  new SpoiledRegions(
                      where + attempt.name(),
                      attempt.given().statement(),
                      attempt.given().model().content(),
                      attempt.changed()))
          .ifPresent(all::add);
    }
    return all;
  }

  /** A number of them; every second one claims the bounds of its own tree, so that they fit. */
  public static List<Spoiled> some(long seed, int count) {
    List<Target> targets =
        Campaign.targets(seed, TARGETS).stream().map(SpoiledCertificates::widened).toList();
    List<Spoiled> all = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      Campaign.Attempt attempt =
          Campaign.attempt(targets, new SplittableRandom(seed * 1_000_003 + k));
      Mutant mutant = attempt.mutant();
      if (k % 2 == 0 && !attempt.hasOtherBounds()) {
        mutant = Campaign.bounded(mutant).map(SpoiledCertificates::widened).orElse(mutant);
      }
      String what = "seed %d, number %d, %s".formatted(seed, k, attempt.name());
      all.add(new Spoiled(what, mutant.statement(), mutant.networks(), mutant.certificate()));
    }
    return all;
  }

  private static Target widened(Target target) {
    Parts wider = widened(target.parts());
    return new Target(target.scene(), target.statement(), wider, target.otherTree());
  }

  private static Mutant widened(Mutant mutant) {
    Optional<Parts> wider = mutant.parts().map(SpoiledCertificates::widened);
    return wider.map(mutant::with).orElse(mutant);
  }

  private static Parts widened(Parts parts) {
    return parts.withBounds(parts.bounds().stream().map(SpoiledCertificates::widened).toList());
  }

  private static String widened(String line) {
    String[] ends = line.split(" ", -1);
    return moved(ends[0], -WIDER) + " " + moved(ends[1], WIDER);
  }

  private static String moved(String end, double by) {
    Bound bound = Bound.parseHex(end);
    if (!bound.isFinite()) {
      return end;
    }
    double size = 1 + Math.abs(bound.dyadic().doubleFloor());
    return bound.dyadic().plus(Dyadic.of(by * size)).toHex();
  }
}
