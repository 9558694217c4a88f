package surety.certificates.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import surety.certificates.activation.PiecewiseLinear;
import surety.certificates.arithmetic.Interval;
import surety.certificates.gaussian.NormalForm;
import surety.certificates.network.Network;
import surety.certificates.region.LinearPiece;

class ShareTest {
  private static final NormalForm STANDARD =
      NormalForm.of(Interval.ZERO, new Interval[] {Interval.ONE});

  private static Share share(NormalForm argument, int piece) throws Exception {
    PiecewiseLinear clip = PiecewiseLinear.clip(-1, 2);
    List<LinearPiece> pieces =
        LinearPiece.ofAll(Network.chain(1, List.of(SupportNetworks.layer(1, clip)))).get(0).get(0);
    return Decision.of(argument, pieces, piece).share();
  }

  private static void assertShare(double inside, Share share) {
    assertTrue(
        share.inside() >= inside * (1 - 1e-14) && share.outside() >= (1 - inside) * (1 - 1e-14));
    assertEquals(inside, share.inside(), 1e-13);
    assertEquals(1 - inside, share.outside(), 1e-13);
  }

  @Test
  void aClipHasThreePieces() throws Exception {
    assertShare(0.15865525393145705, share(STANDARD, 0));
    assertShare(1 - 0.15865525393145705 - 0.02275013194817921, share(STANDARD, 1));
    assertShare(0.02275013194817921, share(STANDARD, 2));
  }

  /** Of a slab that is far away, it is not the difference of two numbers next to 1. */
  @Test
  void aSlabIsInBothItsHalfSpaces() throws Exception {
    assertTrue(share(STANDARD.withMean(Interval.of(20)), 1).inside() < 1e-70);
    assertTrue(share(STANDARD.withMean(Interval.of(-20)), 1).inside() < 1e-70);
  }

  @Test
  void aNumberAtAKinkIsOnThePieceAbove() throws Exception {
    NormalForm atLower = NormalForm.of(Interval.of(-1), new Interval[0]);
    assertEquals(new Share(0, 1), share(atLower, 0));
    assertEquals(new Share(1, 0), share(atLower, 1));
    assertEquals(new Share(0, 1), share(atLower, 2));
  }
}
