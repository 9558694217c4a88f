package surety.solver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Bound;
import surety.certificates.network.Network;
import surety.certificates.rejection.RejectedException;
import surety.certificates.replay.Header;
import surety.certificates.statement.Statement;
import surety.certificates.stop.Stop;
import surety.solver.search.Forest;
import surety.solver.search.Rounds;

/** Trees are kept seldom enough, and so that a search can go on from them. */
class TreeKeeperTest {
  private final Network network = Networks.random(5, 2, 8, 8);
  private final Statement statement =
      Statements.cdf(network, Statements.inputs("beta(2, 2)", "uniform(0, 1)"), 7);
  private final List<byte[]> kept = new ArrayList<>();
  private double now;
  private double cost;
  private boolean wanted = true;

  private final ProgressListener listener =
      new ProgressListener() {
        @Override
        public void progressed(Progress progress) {}

        @Override
        public boolean isKeeping() {
          return wanted;
        }

        @Override
        public void keep(byte[] certificate) {
          kept.add(certificate);
          now += cost;
        }
      };

  private void search(Looking looking) {
    RunClock clock = new RunClock(Duration.ofHours(10), () -> false, () -> (long) (now * 1e9));
    Task task = Task.of(statement, List.of(network), SearchOptions.defaults(), clock);
    try (Rounds rounds = new Rounds(1, Stop.NEVER)) {
      Forest search =
          Forest.start(task.branches(), task.objective(), 1e-3, 60, 1000, rounds, () -> false);
      search.round(100);
      looking.at(search, new TreeKeeper(task, clock, listener));
    }
  }

  @FunctionalInterface
  private interface Looking {
    void at(Forest search, TreeKeeper keeper);
  }

  @Test
  void theFirstIsKeptAfterTenSeconds() {
    search(
        (search, keeper) -> {
          now = 9.9;
          keeper.look(search);
          assertEquals(0, kept.size());
          now = 10;
          keeper.look(search);
          keeper.look(search);
          assertEquals(1, kept.size());
          now = 20;
          keeper.look(search);
          assertEquals(2, kept.size());
        });
  }

  @Test
  void whatTakesLongIsDoneSeldom() {
    cost = 3;
    search(
        (search, keeper) -> {
          for (now = 0; now < 1600; now += 0.5) {
            keeper.look(search);
          }
          assertEquals(11, kept.size());
        });
  }

  @Test
  void nothingIsKeptThatNobodyWants() {
    wanted = false;
    search(
        (search, keeper) -> {
          now = 100;
          keeper.look(search);
          assertEquals(0, kept.size());
        });
  }

  /** Bounds that say nothing are true. */
  @Test
  void whatIsKeptCanBeGoneOnFrom() throws IOException, RejectedException {
    List<byte[]> trees = new ArrayList<>();
    search(
        (search, keeper) -> {
          now = 10;
          keeper.look(search);
          trees.add(search.tree(Stop.NEVER));
        });
    Beginning beginning = Beginning.of(statement, kept.get(0));
    assertArrayEquals(trees.get(0), beginning.tree());
    Header header = Header.read(new ByteArrayInputStream(kept.get(0)));
    assertEquals(7, header.bounds().size());
    assertEquals(7, header.numbers().size());
    assertEquals(Bound.INFINITY, header.bounds().get(3).upper());
  }
}
