package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.display.Palette;

class LabelLayoutTest {
  private static final int CASES = 60;
  private static final double LEFT = 64;

  private static LabelLayout layout(Canvas canvas, Wall... walls) {
    return new LabelLayout(canvas, List.of(walls));
  }

  private static String name(SplittableRandom random) {
    return "limit" + "aM\u6f22".repeat(random.nextInt(3)) + "n".repeat(random.nextInt(40));
  }

  /** In pictures of any size, with walls anywhere, or all in one place. */
  @Test
  void noNameCoversAnotherOrLeavesThePicture() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < CASES; i++) {
      int width = random.nextInt(200, 900);
      Canvas canvas = new Canvas(width, random.nextInt(100, 600), Palette.LIGHT);
      double right = Math.max(260, width) - 40;
      double middle = random.nextDouble(LEFT, right);
      double spread = random.nextBoolean() ? 1000 : random.nextInt(4);
      List<Wall> walls = new ArrayList<>();
      for (int k = random.nextInt(1, 40); k > 0; k--) {
        double x = middle + spread * (random.nextDouble() - 0.5);
        double edge = random.nextDouble(canvas.top(), canvas.bottom());
        boolean isCeiling = random.nextBoolean();
        walls.add(
            new Wall(
                Math.max(LEFT, Math.min(right, x)),
                isCeiling ? canvas.top() : edge,
                isCeiling ? edge : canvas.bottom(),
                true));
      }
      assertApart(canvas, walls, Math.max(260, width), random);
    }
  }

  private static void assertApart(
      Canvas canvas, List<Wall> walls, double width, SplittableRandom random) {
    LabelLayout layout = new LabelLayout(canvas, walls);
    List<Box> covered = new ArrayList<>();
    walls.forEach(wall -> covered.addAll(wall.lines()));
    for (Wall wall : walls) {
      String name = name(random);
      Optional<Label> found = layout.place(wall, name);
      if (found.isEmpty()) {
        assertNoRoom(canvas, wall, name, covered);
      } else {
        Label label = found.get();
        assertEquals(wall.x(), label.x());
        assertTrue(
            covered.stream().noneMatch(label.box()::overlaps), () -> label + " in " + covered);
        assertTrue(label.left() >= LEFT && label.right() <= width, label::toString);
        assertTrue(
            label.top() >= canvas.top() && label.bottom() <= canvas.bottom(), label::toString);
        covered.add(label.box());
      }
    }
  }

  private static void assertNoRoom(Canvas canvas, Wall wall, String name, List<Box> covered) {
    for (double y = canvas.top() + 11; y <= canvas.bottom() - 4; y++) {
      for (boolean isLeft : new boolean[] {true, false}) {
        Label label = canvas.beside(wall.x(), y, name, isLeft);
        // A pixel more, for the room is found by pixels.
        Box box = new Box(label.left(), label.right(), label.top() - 1, label.bottom() + 1);
        boolean isFree = covered.stream().noneMatch(box::overlaps);
        assertFalse(isFree && label.words().equals(name), label::toString);
      }
    }
  }

  @Test
  void betweenTwoWallsANameIsCut() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    Wall middle = new Wall(200, canvas.top(), canvas.bottom(), true);
    Wall left = new Wall(180, canvas.top(), canvas.bottom(), true);
    Wall right = new Wall(280, canvas.top(), canvas.bottom(), true);
    Label label = layout(canvas, left, middle, right).place(middle, "a name that is long").get();
    assertFalse(label.isLeft());
    assertTrue(label.words().startsWith("a name") && label.words().endsWith("\u2026"));
    assertTrue(label.right() <= 274);
    Wall near = new Wall(230, canvas.top(), canvas.bottom(), true);
    assertEquals(
        Optional.empty(), layout(canvas, left, middle, near).place(middle, "a name that is long"));
  }

  /** What takes its time with a few walls takes minutes with so many. */
  @Test
  void manyWallsAreNamedInTime() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    SplittableRandom random = new SplittableRandom(2);
    List<Wall> walls = new ArrayList<>();
    for (int k = 0; k < 900; k++) {
      double edge = random.nextDouble(canvas.top(), canvas.bottom());
      walls.add(new Wall(random.nextDouble(LEFT, 600), canvas.top(), edge, true));
    }
    LabelLayout layout = new LabelLayout(canvas, walls);
    long begin = System.nanoTime();
    walls.forEach(wall -> layout.place(wall, "a name"));
    assertTrue(System.nanoTime() - begin < 20_000_000_000L);
  }

  @Test
  void aWallThatIsAloneHasItsNameBesideItsMiddle() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    Wall wall = new Wall(200, 100, 200, true);
    assertEquals(new Label(200, 150, false, "a"), layout(canvas, wall).place(wall, "a").get());
    Wall right = new Wall(500, 100, 200, true);
    assertEquals(new Label(500, 150, true, "a"), layout(canvas, right).place(right, "a").get());
  }

  /** Of a limit of 0 or 1 nothing is forbidden but the end, or all but the end. */
  @ParameterizedTest
  @CsvSource({"34, 34, 45", "330, 330, 326"})
  void aWallWithoutLengthHasItsNameInThePanel(double top, double bottom, double y) {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    Wall wall = new Wall(200, top, bottom, true);
    assertEquals(y, layout(canvas, wall).place(wall, "a").get().y());
  }

  /** The same threshold and the same limit, for instance under two names. */
  @Test
  void namesOfOneWallStandOnePerLine() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    Wall wall = new Wall(200, 100, 200, true);
    LabelLayout layout = layout(canvas, wall, wall, wall);
    List<Double> heights = new ArrayList<>();
    for (String name : List.of("a", "b", "c")) {
      heights.add(layout.place(wall, name).get().y());
    }
    assertEquals(List.of(135.0, 150.0, 165.0), heights.stream().sorted().toList());
  }

  @Test
  void aNameGoesAroundAnotherWallIfItCan() {
    Canvas canvas = new Canvas(640, 400, Palette.LIGHT);
    Wall wall = new Wall(200, 100, 200, true);
    Wall other = new Wall(220, 120, 330, true);
    Label label = layout(canvas, wall, other).place(wall, "a long name").get();
    assertFalse(label.left() < 220 && label.right() > 220 && label.bottom() > 120);
  }

  @Test
  void whereThereIsNoRoomThereIsNoName() {
    Canvas canvas = new Canvas(260, 160, Palette.LIGHT);
    Wall wall = new Wall(162, canvas.top(), canvas.bottom(), true);
    LabelLayout layout = layout(canvas, wall);
    int named = 0;
    for (int k = 0; k < 50; k++) {
      named += layout.place(wall, "a name that is long").isPresent() ? 1 : 0;
    }
    // On either side.
    assertEquals(6, named);
  }
}
