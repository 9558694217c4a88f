package surety.language.ide.verification;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlarmTest {
  @Test
  void tasksAreDoneInADaemonUntilItIsClosed() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    try (Alarm alarm = Alarm.system()) {
      alarm.after(
          1,
          () -> {
            if (Thread.currentThread().isDaemon()) {
              done.countDown();
            }
          });
      assertTrue(done.await(1, TimeUnit.MINUTES));
    }
  }

  @Test
  void afterItsEndItRefusesNothingAndDoesNothing() {
    Alarm alarm = Alarm.system();
    alarm.close();
    alarm.after(0, () -> assertTrue(false));
    alarm.close();
  }
}
