package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import surety.language.verification.Known;
import surety.language.verification.Verification;
import surety.language.verification.VerificationSnapshot;
import surety.language.verification.VerificationState;
import surety.solver.Progress;

class AudienceTest {
  private static final String CLAIM = "P(1*y[0] > 1) < 1/2";
  private static final Abilities ALL =
      new Abilities(true, true, true, true, true, true, true, false);
  private static final Verification PROVED = known().point(1, 0, 0.25).established();

  private final RecordingClient client = new RecordingClient();
  private final ManualAlarm alarm = new ManualAlarm();
  private final List<String> messages = new ArrayList<>();
  private final Audience audience = new Audience(client, ALL, messages::add, alarm);
  private Instant now = Known.THEN;

  private static Known known() {
    return Known.of("p", CLAIM);
  }

  private static Verification running(double seconds) {
    return known().running(new Progress("searching", 0.5, 7, seconds, 0, 1));
  }

  private void show(long version, Verification... verifications) {
    audience.show(Known.snapshot(version, verifications), "u", now);
  }

  /** How often messages, lenses and hints were drawn. */
  private int drawn() {
    return messages.size();
  }

  @Test
  void aNewStateIsToldAndDrawnAndTheSameIsNot() {
    show(1, PROVED);
    show(2, PROVED);
    assertEquals(1, drawn());
    assertEquals(1, client.statuses.size());
    audience.show(Known.snapshot(2, PROVED), "another", now);
    assertEquals(2, client.statuses.size());
    show(3, known().in(VerificationState.STALE, Optional.empty()));
    assertEquals(2, drawn());
    show(4, known().in(VerificationState.STALE, Optional.of("why")));
    assertEquals(3, drawn());
    audience.show(Known.broken(5, PROVED), "u", now);
    assertEquals(4, drawn());
    show(6);
    assertEquals(5, drawn());
  }

  /** Of hundreds of properties only those that changed. */
  @Test
  void onlyWhatChangedIsTold() {
    Verification q = Known.of("q", CLAIM).in(VerificationState.UNVERIFIED, Optional.empty());
    Verification r = Known.of("r", CLAIM).in(VerificationState.UNVERIFIED, Optional.empty());
    Verification queued = Known.of("q", CLAIM).in(VerificationState.QUEUED, Optional.empty());
    show(1, PROVED, q);
    show(2, PROVED, queued);
    show(3, PROVED, queued, r);
    show(4, queued, PROVED, r);
    audience.show(Known.broken(5, queued, PROVED, r), "u", now);
    audience.show(Known.broken(6, queued, PROVED, r), "another", now);
    audience.gone(Known.snapshot(1).file(), "another", 7);
    audience.show(Known.broken(8, queued, PROVED, r), "another", now);
    assertEquals(
        List.of(
            "true [p, q]",
            "false [q]",
            "true [p, q, r]",
            "true [q, p, r]",
            "false [q, p, r]",
            "true [q, p, r]",
            "true []",
            "true [q, p, r]"),
        client.statuses.stream()
            .map(s -> s.complete() + " " + s.properties().stream().map(p -> p.name()).toList())
            .toList());
    assertEquals("1 queued, 1 proved", client.statuses.get(1).summary());
  }

  @Test
  void whatOnlyTheErrorsChangeIsTold() {
    show(1, PROVED);
    audience.show(
        new VerificationSnapshot(
            Known.snapshot(1).file(), 2, Optional.of("an error"), Set.of(), List.of(PROVED)),
        "u",
        now);
    assertFalse(client.statuses.get(1).complete());
    assertEquals(List.of(), client.statuses.get(1).properties());
    assertEquals("an error", client.statuses.get(1).errors());
  }

  /** Who is told to ask again all the time never sees an answer. */
  @Test
  void lensesAreDrawnAgainAFewTimesASecond() {
    Verification queued = Known.of("q", CLAIM).in(VerificationState.QUEUED, Optional.empty());
    show(1, PROVED, queued);
    assertEquals(2, client.redrawn);
    for (int k = 2; k < 50; k++) {
      show(k, k % 2 == 0 ? running(k) : PROVED, queued);
    }
    assertEquals(2, client.redrawn);
    alarm.pass(200);
    assertEquals(4, client.redrawn);
    alarm.pass(200);
    alarm.pass(200);
    assertEquals(4, client.redrawn);
  }

  /** A lens that cancels would stand beside the result. */
  @Test
  void theEndOfAllRunsIsDrawnAtOnce() {
    show(1, running(0));
    assertEquals(2, client.redrawn);
    show(2, running(0.1));
    assertEquals(2, client.redrawn);
    show(3, PROVED);
    assertEquals(4, client.redrawn);
    alarm.pass(200);
    assertEquals(4, client.redrawn);
  }

  /** Whatever a run ends in; a cancelled one in what was before. */
  @ParameterizedTest
  @EnumSource(
      value = VerificationState.class,
      names = {"UNVERIFIED", "STALE", "FAILED"})
  void anyEndIsDrawnAtOnce(VerificationState state) {
    show(1, Known.of("p", CLAIM).in(VerificationState.QUEUED, Optional.empty()));
    show(2, Known.of("p", CLAIM).in(state, Optional.of("why")));
    assertEquals(4, client.redrawn);
  }

  @Test
  void otherBoundsOfTheSameInstantAreDrawn() {
    show(1, PROVED);
    show(2, known().point(1, 0, 0.125).established());
    assertEquals(2, drawn());
  }

  /** Messages stand where names are. */
  @Test
  void aNameThatMovedIsDrawn() {
    show(1, PROVED);
    show(2, known().point(1, 0, 0.25).inLine(7).established());
    assertEquals(2, drawn());
  }

  @Test
  void progressIsDrawnTwiceASecond() {
    show(1, running(0));
    for (int k = 1; k <= 10; k++) {
      now = Known.THEN.plusMillis(k * 100L);
      show(1 + k, running(k * 0.1));
    }
    assertEquals(3, drawn());
    assertEquals(11, client.statuses.size());
  }

  @Test
  void whatIsOlderIsNotTold() {
    show(5, PROVED);
    show(4, known().in(VerificationState.STALE, Optional.empty()));
    assertEquals(1, client.statuses.size());
    assertEquals(1, drawn());
  }

  @Test
  void afterTheEndComesNothingOlder() {
    show(4, running(1));
    audience.gone(Known.snapshot(1).file(), "u", 6);
    assertEquals(Statuses.gone("u", 6), client.statuses.get(1));
    assertEquals(List.of("surety-1 begin", "surety-1 end"), client.progress);
    show(5, running(2));
    assertEquals(2, client.statuses.size());
    assertEquals(2, client.progress.size());
    show(7, known().in(VerificationState.STALE, Optional.empty()));
    assertEquals(3, client.statuses.size());
  }

  @Test
  void whatIsOpenedAgainIsDrawnAgain() {
    show(1, PROVED);
    audience.gone(Known.snapshot(1).file(), "u", 2);
    show(3, PROVED);
    assertEquals(2, drawn());
  }

  @Test
  void aSpecificationDoesNotHideAnother() {
    show(5, PROVED);
    VerificationSnapshot other =
        new VerificationSnapshot(java.nio.file.Path.of("/other.sure"), 4, List.of(PROVED));
    audience.show(other, "v", now);
    assertEquals(List.of("u", "v"), messages);
  }

  @Test
  void anEditorThatCanDoNothingHearsOfMessagesOnly() {
    Audience plain = new Audience(client, Abilities.NONE, messages::add, alarm);
    plain.show(Known.snapshot(1, running(1)), "u", now);
    plain.gone(Known.snapshot(1).file(), "u", 2);
    assertEquals(List.of("u"), messages);
    assertEquals(0, client.statuses.size() + client.created.size() + client.redrawn);
    assertFalse(plain.hasPictures());
    assertTrue(audience.hasPictures());
  }
}
