package surety.language.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static surety.language.origin.Origins.cell;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.solver.HeavyCell;

class ProfileTest {
  /** Densities 1 and 2 + 1 and 1, divided by the highest. */
  @Test
  void heightsAreHowMuchLiesThere() {
    Profile profile = Profile.of(Origins.origin(cell(0.2, 0, 0.5), cell(0.2, 0.25, 0.5)), 0);
    assertEquals(List.of(0.0, 0.25, 0.5, 1.0), profile.ends());
    assertEquals(List.of(1.0 / 3, 1.0, 0.0), profile.heights());
  }

  /** Of whatever boxes, the area is the sum of their weights: the naive sum on a fine grid. */
  @Test
  void agreesWithASumOnAGrid() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 20; round++) {
      HeavyCell[] cells = new HeavyCell[1 + random.nextInt(9)];
      for (int k = 0; k < cells.length; k++) {
        int from = random.nextInt(60);
        int to = from + 4 + random.nextInt(61 - from);
        cells[k] = cell((1 + random.nextInt(8)) / 64.0, from / 64.0, Math.min(64, to) / 64.0);
      }
      double[] grid = new double[64];
      for (HeavyCell c : cells) {
        double from = c.sides().get(0).lower() * 64;
        double to = c.sides().get(0).upper() * 64;
        for (int k = (int) from; k < to; k++) {
          grid[k] += c.probability().doubleValue() / (to - from);
        }
      }
      double highest = Arrays.stream(grid).max().orElseThrow();
      Profile profile = Profile.of(Origins.origin(cells), 0);
      for (int k = 0; k < profile.heights().size(); k++) {
        int place = (int) (profile.ends().get(k) * 64);
        assertEquals(grid[place] / highest, profile.heights().get(k), 1e-12);
      }
    }
  }

  @Test
  void aPointIsSeen() {
    Profile profile = Profile.of(Origins.origin(cell(0.5, 0.5, 0.5)), 0);
    assertEquals(List.of(0.0, 1.0, 0.0), profile.heights());
    assertEquals(0.005, profile.ends().get(2) - profile.ends().get(1), 1e-12);
  }

  @Test
  void inputsThatAreToldApartAreDistinct() {
    Origin origin = Origins.origin(cell(0.4, 0, 1, 0.5, 1), cell(0.1, 0, 1, 0.5, 0.75));
    assertEquals(0, Profile.of(origin, 0).distinction(), 1e-12);
    assertTrue(Profile.of(origin, 1).distinction() >= 0.5);
  }
}
