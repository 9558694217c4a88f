package surety.eclipse.server;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RestartLimitTest {
  private final RestartLimit limit = new RestartLimit();
  private final Instant now = Instant.parse("2026-01-01T00:00:00Z");

  private void use() {
    for (int i = 0; i < RestartLimit.STARTS; i++) {
      assertTrue(limit.allows(now));
    }
  }

  @Test
  void aServerThatDiesEachTimeIsGivenUp() {
    use();
    assertFalse(limit.allows(now));
    assertFalse(limit.allows(now.plusSeconds(1)));
  }

  @Test
  void aServerThatDiesNowAndThenIsNot() {
    use();
    assertTrue(limit.allows(now.plus(RestartLimit.WITHIN).plusSeconds(1)));
  }

  @Test
  void whatWasGivenUpCanBeTriedAgain() {
    use();
    limit.reset();
    use();
    assertFalse(limit.allows(now));
  }
}
