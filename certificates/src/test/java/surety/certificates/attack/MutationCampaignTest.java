package surety.certificates.attack;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The attack: certificates are spoiled in all ways that one can think of, and none that the kernel
 * accepts claims anything false. {@code mvn -Pattack verify} makes a million of them.
 */
class MutationCampaignTest {
  private static final int COUNT = Integer.getInteger("attack.mutants", 20_000);
  private static final long SEED = Long.getLong("attack.seed", 1);

  /** Of fewer some kind may be left out. */
  private static final int MANY = 20_000;

  /** The file for the table; none if empty. */
  private static final String TABLE = System.getProperty("attack.table", "");

  /** Of one block of problems, which then make room for others. */
  private static final int BLOCK = 5_000;

  /** One of so many mutants is one of regions. */
  private static final int SHARE_OF_REGIONS = 10;

  @Test
  void nothingFalseIsAccepted() throws IOException {
    Tally tally = new Tally();
    long start = System.nanoTime();
    for (int done = 0; done < COUNT; done += BLOCK) {
      int count = Math.min(BLOCK, COUNT - done);
      int ofRegions = count / SHARE_OF_REGIONS;
      Campaign.run(SEED + done / BLOCK, 0, count - ofRegions, tally);
      RegionCampaign.run(SEED + done / BLOCK, ofRegions, tally);
      write(tally, done + count, System.nanoTime() - start);
    }
    assertTrue(tally.faults().isEmpty(), () -> String.join("\n", tally.faults()));
    if (COUNT >= MANY) {
      requireAllKinds(tally);
    }
    assertTrue(tally.count(Tally.Fate.TRUE) > COUNT / 20, tally::table);
    assertTrue(tally.count(Tally.Fate.REJECTED) > COUNT / 2, tally::table);
    assertTrue(tally.reasons() > 20, tally::table);
  }

  private static void requireAllKinds(Tally tally) {
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
  }

  /** The table so far, which tells how far it is, too. */
  private static void write(Tally tally, int made, long nanoseconds) throws IOException {
    if (TABLE.isEmpty()) {
      return;
    }
    String head =
        "%d of %d mutants from seed %d on, in %d s; the slowest replay took %d ms\n\n"
            .formatted(made, COUNT, SEED, nanoseconds / 1_000_000_000, tally.slowest());
    String faults = tally.faults().stream().map(fault -> "- " + fault + "\n").collect(joining());
    Files.writeString(Path.of(TABLE), head + tally.table() + faults);
  }
}
