package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PaceTest {
  private final ManualAlarm alarm = new ManualAlarm();
  private int done;
  private final Pace pace = new Pace(200, alarm, () -> done++);

  @Test
  void theFirstIsAtOnceAndTheLastIsNotLeftOut() {
    pace.ask();
    assertEquals(1, done);
    for (int k = 0; k < 50; k++) {
      pace.ask();
    }
    assertEquals(1, done);
    alarm.pass(200);
    assertEquals(2, done);
    pace.ask();
    assertEquals(2, done);
    alarm.pass(200);
    assertEquals(3, done);
    alarm.pass(200);
    alarm.pass(200);
    assertEquals(3, done);
    pace.ask();
    assertEquals(4, done);
  }

  @Test
  void whatCannotWaitIsAtOnceAndDoneForAll() {
    pace.ask();
    pace.ask();
    pace.now();
    assertEquals(2, done);
    alarm.pass(200);
    assertEquals(2, done);
    pace.ask();
    pace.ask();
    assertEquals(3, done);
    alarm.pass(200);
    assertEquals(4, done);
  }
}
