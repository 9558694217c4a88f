package surety.solver.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GapQueueTest {
  @Test
  void givesAboutTheLargestFirst() {
    GapQueue<Double> queue = new GapQueue<>();
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 5000; i++) {
      double gap = Math.scalb(random.nextDouble(), -random.nextInt(300)) + Double.MIN_VALUE;
      queue.add(gap, gap);
      if (i % 3 == 0) {
        double largest = queue.largest();
        double polled = queue.poll();
        assertTrue(polled <= largest && largest <= polled * 1.13 + Double.MIN_NORMAL);
      }
    }
    double last = Double.POSITIVE_INFINITY;
    int left = queue.size();
    for (int i = 0; i < left; i++) {
      double next = queue.poll();
      assertTrue(next <= 1.13 * last);
      last = next;
    }
    assertTrue(queue.isEmpty());
    assertEquals(0, queue.largest());
  }

  @Test
  void ofEqualOnesTheNewestIsFirst() {
    GapQueue<String> queue = new GapQueue<>();
    queue.add("old", 0.5);
    queue.add("new", 0.5);
    queue.add("small", 0.25);
    assertEquals("new", queue.poll());
    assertEquals("old", queue.poll());
    assertEquals("small", queue.poll());
  }
}
