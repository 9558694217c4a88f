package surety.language.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AnnouncerTest {
  private static final Path FILE = Path.of("/s.sure");
  private static final Path GONE = Path.of("/gone.sure");

  private final AtomicLong version = new AtomicLong();
  private final BlockingQueue<Long> heard = new LinkedBlockingQueue<>();

  private Optional<VerificationSnapshot> snapshot(Path file) {
    return file.equals(GONE)
        ? Optional.empty()
        : Optional.of(new VerificationSnapshot(file, version.get(), List.of()));
  }

  private void change(Announcer announcer) {
    version.incrementAndGet();
    announcer.changed(FILE);
  }

  private long next() throws InterruptedException {
    return heard.poll(1, TimeUnit.MINUTES);
  }

  @Test
  void aSlowListenerHearsOfTheLastChange() throws InterruptedException {
    CountDownLatch slow = new CountDownLatch(1);
    try (Announcer announcer = new Announcer(this::snapshot)) {
      announcer.add(
          s -> {
            heard.add(s.version());
            try {
              slow.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
      change(announcer);
      assertEquals(1, next());
      for (int k = 0; k < 1000; k++) {
        change(announcer);
      }
      slow.countDown();
      assertEquals(1001, next());
      change(announcer);
      assertEquals(1002, next());
    }
  }

  @Test
  void oneThatThrowsTakesNothingFromTheOthers() throws InterruptedException {
    try (Announcer announcer = new Announcer(this::snapshot)) {
      announcer.add(
          s -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
            throw new IllegalStateException("on purpose");
          });
      announcer.add(s -> heard.add(s.version()));
      change(announcer);
      assertEquals(1, next());
      change(announcer);
      assertEquals(2, next());
    }
  }

  @Test
  void whatIsGoneIsNotToldAndNothingAfterTheEnd() throws InterruptedException {
    VerificationListener listener = s -> heard.add(s.version());
    Announcer announcer = new Announcer(this::snapshot);
    announcer.add(listener);
    announcer.changed(GONE);
    change(announcer);
    assertEquals(1, next());
    announcer.remove(listener);
    change(announcer);
    announcer.close();
    change(announcer);
    assertNull(heard.poll());
  }
}
