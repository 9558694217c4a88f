package surety.certificates.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The attack: certificates are spoiled in all ways that one can think of, and none that the kernel
 * accepts claims anything false. {@code mvn -Pattack verify} makes a million of them.
 */
class MutationCampaignTest {
  private static final int COUNT = Integer.getInteger("attack.mutants", 20_000);
  private static final long SEED = Long.getLong("attack.seed", 1);

  /** Of one block of problems, which then make room for others. */
  private static final int BLOCK = 10_000;

  /** One of so many mutants is one of regions. */
  private static final int SHARE_OF_REGIONS = 10;

  @Test
  void nothingFalseIsAccepted() {
    Tally tally = new Tally();
    for (int done = 0; done < COUNT; done += BLOCK) {
      int count = Math.min(BLOCK, COUNT - done);
      int ofRegions = count / SHARE_OF_REGIONS;
      Campaign.run(SEED + done / BLOCK, 0, count - ofRegions, tally);
      RegionCampaign.run(SEED + done / BLOCK, ofRegions, tally);
    }
    if (Boolean.getBoolean("attack.table")) {
      System.out.println(tally.table());
    }
    assertTrue(tally.faults().isEmpty(), () -> String.join("\n", tally.faults()));
    Stream.of(
            TreeMutation.values(),
            HeaderMutation.values(),
            StatementMutation.values(),
            RawMutation.values())
        .flatMap(Stream::of)
        .map(Mutation.class::cast)
        .forEach(each -> assertTrue(tally.count(each.name()) > 0, each::name));
    for (RegionMutation each : RegionMutation.values()) {
      assertTrue(tally.count(each.name()) > 0, each::name);
    }
    assertTrue(tally.count(Tally.Fate.TRUE) > COUNT / 20, tally::table);
    assertTrue(tally.count(Tally.Fate.REJECTED) > COUNT / 2, tally::table);
    assertTrue(tally.reasons() > 20, tally::table);
  }
}
