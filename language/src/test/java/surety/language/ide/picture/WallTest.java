package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WallTest {
  @Test
  void itsLinesAreItselfAndAShortOneAtEitherEnd() {
    assertEquals(
        List.of(
            new Box(98.5, 101.5, 40, 90),
            new Box(94, 106, 38.5, 41.5),
            new Box(94, 106, 88.5, 91.5)),
        new Wall(100, 40, 90, true).lines());
  }

  @Test
  void itsOwnNameTouchesNoneOfItsLines() {
    Wall wall = new Wall(100, 40, 90, true);
    for (boolean isLeft : new boolean[] {true, false}) {
      for (double y = 20; y < 110; y++) {
        Box name = wall.named(new Label(100, y, isLeft, "name"));
        assertTrue(wall.lines().stream().noneMatch(name::overlaps));
      }
    }
  }

  @Test
  void whatIsOutsideHasNoLinesAndAnArrowBeforeItsName() {
    Wall left = new Wall(72, 40, 90, false);
    assertEquals(List.of(), left.lines());
    Label label = new Label(72, 50, false, "name");
    assertEquals(new Box(64, label.right(), 39, 54), left.named(label));
    Label other = new Label(592, 50, true, "name");
    assertEquals(new Box(other.left(), 600, 39, 54), new Wall(592, 40, 90, false).named(other));
  }
}
