package surety.certificates.moment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.EnclosedVector;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.gaussian.RectifiedNormal;
import surety.certificates.stop.Stop;

class NeuronsTest {
  private static RectifiedNormal neuron(int k) {
    Interval[] loadings = {Interval.of(1 + k), Interval.of(2 - k)};
    return new RectifiedNormal(NormalForm.of(Interval.of(0.5 * k - 1), loadings));
  }

  private static EnclosedVector unit(int size, int index) {
    EnclosedVector unit = new EnclosedVector(size);
    unit.set(index, Interval.ONE);
    return unit;
  }

  /** Also of those that are added after some were asked for. */
  @Test
  void covariancesAreThoseOfPairs() {
    Neurons neurons = new Neurons(Stop.NEVER);
    List<RectifiedNormal> all = new ArrayList<>();
    for (int k = 0; k < 6; k++) {
      all.add(neuron(k));
      assertEquals(k, neurons.add(all.get(k)));
      for (int s = 0; s <= k && k % 2 == 1; s++) {
        EnclosedVector row = neurons.covariances(unit(k + 1, s));
        assertEquals(k + 1, row.size());
        for (int r = 0; r <= k; r++) {
          Interval exact = all.get(r).covariance(all.get(s));
          assertEquals(exact.middle(), row.get(r).middle(), 1e-12);
          assertTrue(row.get(r).contains(exact.middle()));
        }
      }
    }
    assertEquals(6, neurons.size());
  }

  @Test
  void itMayBeStoppedAtEachPair() {
    AtomicLong asked = new AtomicLong();
    Stop stop =
        () -> {
          asked.incrementAndGet();
          return false;
        };
    Neurons neurons = new Neurons(stop);
    int count = 20;
    for (int k = 0; k < count; k++) {
      neurons.add(neuron(k));
    }
    neurons.covariances(neuron(0).form());
    assertEquals(count, asked.get());
    neurons.covariances(new EnclosedVector(count));
    assertEquals(2 * count + count * (count + 1) / 2, asked.get());
  }
}
