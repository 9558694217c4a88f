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
    return VerificationPicture.draw(Known.snapshot(1, WALL, verification), verification, 640, 400)
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
            .filter(r -> r.getAttribute("fill").equals(Canvas.PROVEN))
            .count());
  }

  @Test
  void aGlimpseOfABandIsProvenAndABandWithoutOneIsNotDrawn() {
    Progress none = new Progress("searching", 0.5, 7, 3, 0, 1);
    assertTrue(find(Known.of("b", BAND).running(none)).isEmpty());
    Progress glimpse = new Progress("searching", 0.5, 7, 3, 0, 1, band().evidence().points());
    Picture picture = draw(Known.of("b", BAND).running(glimpse));
    assertTrue(has(picture, "proven so far, and still narrowing: 7 cells after 3 s"));
    assertEquals(4, picture.polygon().size());
  }

  @Test
  void limitsWithoutANameAreSaidToBeThere() {
    List<Verification> all = new ArrayList<>(Collections.nCopies(30, WALL));
    Verification verification = band().established();
    all.add(verification);
    VerificationSnapshot snapshot = Known.snapshot(1, all.toArray(Verification[]::new));
    Picture small =
        Picture.of(VerificationPicture.draw(snapshot, verification, 0, 0).orElseThrow());
    String note = small.texts().get(small.texts().size() - 1);
    assertTrue(note.contains("gap"), note);
    Picture large =
        Picture.of(VerificationPicture.draw(snapshot, verification, 900, 160).orElseThrow());
    assertTrue(
        large.texts().stream().anyMatch(t -> t.matches(".*no room for the names of \\d+ limits")),
        large.texts()::toString);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-5, 100000", "260, 160", "300, 2000"})
  void anySizeIsDrawn(int width, int height) {
    Verification verification = band().established();
    String svg =
        VerificationPicture.draw(Known.snapshot(1, WALL, verification), verification, width, height)
            .orElseThrow();
    assertFalse(Picture.of(svg).texts().isEmpty());
  }
}
