package surety.language.ide.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import surety.language.display.EstimateStroke;
import surety.language.display.Palette;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.Progress;

class VerificationPictureTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";
  private static final String BAND = "cdf(1*y[0]) at 2 points";
  private static final Verification WALL =
      Known.of("wall", "P(1*y[0] > 1) < 1/4").point(1, 0, 1).established();

  private static Optional<Picture> find(Verification verification) {
    return VerificationPicture.draw(
            Known.snapshot(1, WALL, verification), verification, List.of(), 640, 400, Palette.LIGHT)
        .map(Picture::of);
  }

  private static Picture draw(Verification verification) {
    return find(verification).orElseThrow();
  }

  private static Known band() {
    return Known.of("b", BAND).point(0, 0, 0.25).point(2, 1, 1);
  }

  private static boolean has(Picture picture, String words) {
    return picture.texts().stream().anyMatch(t -> t.contains(words));
  }

  @Test
  void whatHoldsIsCalledProven() {
    Picture picture = draw(Known.of("p", CLAIM).point(1, 0.125, 0.25).established());
    assertEquals("p: " + CLAIM, picture.texts().get(0));
    assertTrue(has(picture, "proven: [0.125, 0.25]"));
    assertTrue(has(picture, "not allowed"));
    Picture band = draw(band().established());
    assertTrue(has(band, "proven: 2 points, largest gap 0.25"));
    assertTrue(has(band, "wall"));
  }

  /** Only what holds is explained, and only where there is room. */
  @Test
  void whereItComesFromIsDrawnBesideTheBounds() {
    Known known = Known.of("p", CLAIM).point(1, 0.25, 0.25).heavy(0.5, 0.75, 0.125);
    Picture picture = draw(known.established());
    assertTrue(has(picture, "where it happens (estimated): 50.0 % in 1 box"));
    assertTrue(has(picture, "not allowed"));
    assertTrue(picture.texts().contains("x"), picture.texts()::toString);
    assertEquals(1, picture.all("polygon").size());
    assertFalse(has(draw(known.changedTo("P(1*y[0] > 1) < 1/8")), "where it"));
    Picture small =
        Picture.of(
            VerificationPicture.draw(
                    Known.snapshot(1, known.established()),
                    known.established(),
                    List.of(),
                    400,
                    240,
                    Palette.DARK)
                .orElseThrow());
    assertFalse(has(small, "where it happens"));
    assertTrue(has(small, "; enlarge"), small.texts()::toString);
    assertFalse(has(draw(Known.of("p", CLAIM).point(1, 0.25, 0.25).established()), "where it"));
  }

  @Test
  void whatIsShownIsSaid() {
    Known known = Known.of("p", CLAIM).point(1, 0.25, 0.25).heavy(0.5, 0.75, 0.125);
    assertEquals(
        "p: P(1*y[0] > 1) < 1/2. Proved. Bounds: [0.25, 0.25]. Where it happens (estimated): 50.0 % in"
            + " 1 box: 50.0 % with x in [0.5, 0.75].",
        draw(known.established()).all("desc").get(0).getTextContent());
    assertEquals(
        "p: P(1*y[0] > 1) < 1/8. Stale.", PictureText.of(known.changedTo("P(1*y[0] > 1) < 1/8")));
    assertEquals(
        "b: cdf(1*y[0]) at 2 points. Answered. Bounds: 2 points, largest gap 0.25.",
        PictureText.of(band().established()));
  }

  private static Known grid(String form) {
    return Known.of("g", "cdf(1*y[0], " + form + ") at 2 points x [1]")
        .point(List.of(0.0, 1.0), 0, 0.25)
        .point(List.of(2.0, 1.0), 0.5, 1);
  }

  @Test
  void theJointCdfOfTwoIsDrawnInShades() {
    Picture picture = draw(grid("2*y[0]").established());
    assertTrue(has(picture, "proven: 2 points, largest gap 0.5; each shade is a tenth"));
    assertTrue(picture.texts().contains("2 * y"), picture.texts()::toString);
    assertEquals(0, picture.all("polygon").size());
    Picture earlier = draw(grid("2*y[0]").changedTo("cdf(1*y[0], 3*y[0]) at 2 points x [1]"));
    assertTrue(has(earlier, "of an earlier run: 2 points"));
    assertTrue(earlier.texts().contains("t2"), earlier.texts()::toString);
    Progress glimpse =
        new Progress("searching", 0.5, 7, 3, 0, 1, grid("2*y[0]").evidence().points());
    assertTrue(has(draw(grid("2*y[0]").running(glimpse)), "proven so far, and still narrowing"));
  }

  @Test
  void ofThreeWordsSayWhereToLook() {
    Known three =
        Known.of("t", "cdf(1*y[0], 2*y[0], 3*y[0]) at [1] x [1] x [1]")
            .point(List.of(1.0, 1.0, 1.0), 0, 0.25);
    Picture picture = draw(three.established());
    assertTrue(has(picture, "surety cdf prints all points"));
    assertTrue(has(picture, "proven: 1 point, gap 0.25"));
  }

  @Test
  void whatHeldIsNotCalledProven() {
    for (Verification stale :
        List.of(
            Known.of("p", CLAIM).point(1, 0.125, 0.25).changedTo("P(1*y[0] > 1) < 1/8"),
            band().in(VerificationState.STALE, Optional.of("why")),
            band().in(VerificationState.RUNNING, Optional.empty()),
            band().in(VerificationState.FAILED, Optional.of("why")))) {
      Picture picture = draw(stale);
      assertTrue(has(picture, "of an earlier run: "));
      assertFalse(has(picture, "proven"));
    }
  }

  /** The limits are drawn into the cdf that they are about, and into no other. */
  @Test
  void aBandOfAnotherOutputHasNoLimitsOfThisOne() {
    Known before = Known.of("b", "cdf(2*y[0]) at 2 points").point(0, 0, 0.25).point(2, 1, 1);
    Picture picture = draw(before.changedTo(BAND));
    assertFalse(has(picture, "wall"));
  }

  @Test
  void whatWasOfAnotherKindIsNotDrawn() {
    assertTrue(find(band().changedTo(CLAIM)).isEmpty());
    assertTrue(find(Known.of("p", CLAIM).point(1, 0, 1).changedTo(BAND)).isEmpty());
    assertTrue(find(Known.of("p", CLAIM).in(VerificationState.STALE, Optional.empty())).isEmpty());
    assertTrue(
        find(Known.of("p", CLAIM).in(VerificationState.RUNNING, Optional.empty())).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1",
    "0.25, 0.5",
    "-1e-17, 1.0000001",
    "0.6, 0.5",
    "NaN, NaN",
    "-Infinity, Infinity",
    "2, 3",
    "-2, -1"
  })
  void aGuessIsCalledOne(double lower, double upper) {
    Progress progress = new Progress("searching", 0.5, 1234, 3.9, lower, upper);
    Picture picture = draw(Known.of("p", CLAIM).running(progress));
    assertTrue(has(picture, "an estimate, not yet proven: 1234 cells after 3 s"));
    assertFalse(has(picture, " proven: ["));
    assertEquals(
        0,
        picture.all("rect").stream()
            .filter(r -> r.getAttribute("fill").equals(Palette.LIGHT.proven()))
            .count());
  }

  @Test
  void aGlimpseOfABandIsProvenAndABandWithoutOneSaysSo() {
    Progress none = new Progress("searching", 0.5, 7, 3, 0, 1);
    Picture empty = draw(Known.of("b", BAND).running(none));
    assertEquals(
        List.of("b: " + BAND, "nothing is proven yet", "7 cells after 3 s"), empty.texts());
    assertEquals(0, empty.all("polygon").size());
    Progress glimpse = new Progress("searching", 0.5, 7, 3, 0, 1, band().evidence().points());
    Picture picture = draw(Known.of("b", BAND).running(glimpse));
    assertTrue(has(picture, "proven so far, and still narrowing: 7 cells after 3 s"));
    assertEquals(6, picture.polygon().size());
  }

  /** With words, colours and dashes, for whoever looks at it; and only those that there are. */
  @Test
  void limitsLookAsTheirPropertiesStand() {
    Known limit = Known.of("kept", "P(1*y[0] > 1) < 3/4");
    Verification kept = limit.point(1, 0, 0.25).established();
    Verification violated =
        Known.of("broken", "P(1*y[0] <= 1/2) < 1/4").point(1, 0.5, 0.5).established();
    Verification open = Known.of("open", "P(1*y[0] <= 3/2) > 1/4").point(1, 0, 1).established();
    Verification stale =
        Known.of("new", "P(1*y[0] <= 1/4) > 1/8")
            .point(1, 0.5, 1)
            .in(VerificationState.STALE, Optional.empty());
    Verification band = band().established();
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK, Palette.HIGH_CONTRAST)) {
      Picture picture = drawn(palette, band, kept, violated, open, stale, band);
      for (String words : List.of("kept", "violated", "undecided", "not verified")) {
        assertTrue(picture.texts().contains(words), picture.texts()::toString);
      }
      assertEquals(palette.kept(), colour(picture, "kept"));
      assertEquals(palette.violated(), colour(picture, "broken"));
      assertEquals(palette.undecided(), colour(picture, "open"));
      assertEquals(palette.note(), colour(picture, "new"));
      assertFalse(has(drawn(palette, band, kept, band), "violated"));
      assertEquals(palette.background(), picture.all("rect").get(0).getAttribute("fill"));
    }
  }

  /** Of the last text with these words: the legend has them, too, and comes first. */
  private static String colour(Picture picture, String words) {
    return picture.all("text").stream()
        .filter(t -> t.getTextContent().equals(words) && t.hasAttribute("fill"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " is not in " + picture.texts()))
        .getAttribute("fill");
  }

  private static Picture drawn(Palette palette, Verification shown, Verification... all) {
    return Picture.of(
        VerificationPicture.draw(Known.snapshot(1, all), shown, List.of(), 640, 400, palette)
            .orElseThrow());
  }

  @Test
  void aLimitOutsideOfThePictureIsNamedAtItsEdge() {
    Verification left = Known.of("left", "P(1*y[0] > -3) < 1/4").point(1, 0, 1).established();
    Verification right = Known.of("right", "P(1*y[0] <= 25/2) < 1/4").point(1, 0, 1).established();
    Picture picture = drawn(Palette.LIGHT, band().established(), left, right, band().established());
    assertTrue(has(picture, "left: t = -3"), picture.texts()::toString);
    assertTrue(has(picture, "right: t = 12.5"), picture.texts()::toString);
    List<String> arrows =
        picture.all("path").stream()
            .map(p -> p.getAttribute("d"))
            .filter(d -> d.endsWith("z"))
            .toList();
    assertEquals(2, arrows.size());
    assertTrue(Picture.number(picture.text("left: t = -3"), "x") < 100);
    assertTrue(Picture.number(picture.text("right: t = 12.5"), "x") > 540);
    assertEquals(
        0,
        picture.all("path").stream()
            .filter(p -> p.getAttribute("stroke-width").equals("3"))
            .filter(p -> p.getAttribute("d").contains("V"))
            .count());
  }

  @Test
  void limitsWithoutANameAreSaidToBeThere() {
    List<Verification> all = new ArrayList<>(Collections.nCopies(30, WALL));
    Verification verification = band().established();
    all.add(verification);
    VerificationSnapshot snapshot = Known.snapshot(1, all.toArray(Verification[]::new));
    Picture small =
        Picture.of(
            VerificationPicture.draw(snapshot, verification, List.of(), 0, 0, Palette.LIGHT)
                .orElseThrow());
    String note = small.texts().get(small.texts().size() - 1);
    assertTrue(note.contains("gap"), note);
    Picture large =
        Picture.of(
            VerificationPicture.draw(snapshot, verification, List.of(), 900, 160, Palette.LIGHT)
                .orElseThrow());
    assertTrue(
        large.texts().stream().anyMatch(t -> t.matches(".*no room for the names of \\d+ limits")),
        large.texts()::toString);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-5, 100000", "260, 160", "300, 2000"})
  void anySizeIsDrawn(int width, int height) {
    Verification verification = band().established();
    String svg =
        VerificationPicture.draw(
                Known.snapshot(1, WALL, verification),
                verification,
                List.of(),
                width,
                height,
                Palette.LIGHT)
            .orElseThrow();
    assertFalse(Picture.of(svg).texts().isEmpty());
  }

  private static final EstimatedCdf LINEAR =
      new EstimatedCdf(EstimateStroke.LINEAR, List.of(0.1, 0.9));

  @Test
  void estimatesAreNamedAsWhatTheyAre() {
    Verification verification = band().established();
    Picture picture =
        Picture.of(
            VerificationPicture.draw(
                    Known.snapshot(1, WALL, verification),
                    verification,
                    List.of(LINEAR),
                    640,
                    400,
                    Palette.DARK)
                .orElseThrow());
    assertEquals(1, picture.all("polyline").size());
    assertTrue(picture.texts().contains("linear, estimate"), picture.texts()::toString);
    assertTrue(picture.texts().contains("undecided"), picture.texts()::toString);
  }
}
