package surety.certificates.proof;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.rejection.RejectedException;
import surety.certificates.writing.ProofWriter;

class RuleCodeTest {
  private static byte[] write(Rule rule) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ProofWriter writer = new ProofWriter(bytes)) {
      writer.write(rule);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return bytes.toByteArray();
  }

  private static Rule read(byte[] bytes, int dimension) throws RejectedException {
    try {
      return RuleCode.read(new DataInputStream(new ByteArrayInputStream(bytes)), dimension);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void requireRoundTrip(Rule rule, int dimension) throws RejectedException {
    assertEquals(rule, read(write(rule), dimension));
  }

  @Test
  void allRulesAreReadBack() throws RejectedException {
    requireRoundTrip(new BoxLeaf(), 3);
    requireRoundTrip(new Hole(), 3);
    for (int layer = 0; layer <= RuleCode.MOST_LAYER; layer++) {
      for (int degree = 0; degree <= SimplexLeaf.FULL_DEGREE; degree++) {
        requireRoundTrip(new SimplexLeaf(layer, degree), 3);
      }
    }
    for (int j = 1; j <= RuleCode.MOST_VERTEX; j++) {
      for (int i = 0; i < j; i++) {
        requireRoundTrip(new EdgeSplit(i, j, 0.1), 3);
      }
    }
    SplittableRandom random = new SplittableRandom(15);
    for (int k = 0; k < 300; k++) {
      double value = Double.longBitsToDouble(random.nextLong());
      requireRoundTrip(new BoxSplit(random.nextInt(65536), value), 3);
      requireRoundTrip(new KnotSplit(random.nextInt(65536), random.nextInt() >>> 1), 3);
      requireRoundTrip(new Halving(random.nextInt(RuleCode.MOST_HALVED + 1)), 3);
      requireRoundTrip(new Condensing(), 3);
      List<Integer> degrees = new ArrayList<>();
      for (int q = random.nextInt(9); q > 0; q--) {
        degrees.add(random.nextInt(256));
      }
      requireRoundTrip(new Triangulation(degrees), degrees.size());
    }
  }

  @Test
  void bytesAreThoseOfTheFormat() {
    assertArrayEquals(
        new byte[] {1, 1, 2, (byte) 0xbf, (byte) 0xf8, 0, 0, 0, 0, 0, 0},
        write(new BoxSplit(258, -1.5)));
    assertArrayEquals(new byte[] {2, 0, 7, 0, 0, 1, 0}, write(new KnotSplit(7, 256)));
    assertArrayEquals(new byte[] {3, 5, (byte) 200}, write(new Triangulation(List.of(5, 200))));
    assertArrayEquals(new byte[] {4}, write(new BoxLeaf()));
    assertArrayEquals(new byte[] {5}, write(new Hole()));
    assertArrayEquals(new byte[] {0x42}, write(new SimplexLeaf(2, SimplexLeaf.FULL_DEGREE)));
    assertArrayEquals(new byte[] {0x62, 5}, write(new SimplexLeaf(2, 5)));
    assertArrayEquals(new byte[] {0x7f, (byte) 0xfe}, write(new SimplexLeaf(31, 254)));
    assertArrayEquals(
        new byte[] {(byte) 0x84, 0x3f, (byte) 0xe0, 0, 0, 0, 0, 0, 0},
        write(new EdgeSplit(1, 3, 0.5)));
  }

  @Test
  void anyOtherFirstByteIsInvalid() {
    int last = 0x80 + 120; // 16 vertices have 120 edges
    for (int code = 0; code < 256; code++) {
      byte[] bytes = new byte[20];
      bytes[0] = (byte) code;
      boolean known = (code >= 1 && code <= 6) || (code >= 0x10 && code < last);
      if (!known) {
        RejectedException e = assertThrows(RejectedException.class, () -> read(bytes, 2));
        assertEquals(false, e.rejection().isIncomplete());
        assertTrue(e.getMessage().contains("0x%02x".formatted(code)), e.getMessage());
      }
    }
  }

  @Test
  void theFullDegreeIsNotNamed() {
    for (int layer = 0; layer <= RuleCode.MOST_LAYER; layer++) {
      byte[] bytes = {(byte) (0x60 + layer), (byte) 0xff};
      RejectedException e = assertThrows(RejectedException.class, () -> read(bytes, 2));
      assertEquals(false, e.rejection().isIncomplete());
      assertTrue(e.getMessage().contains("full degree"), e.getMessage());
    }
  }

  @Test
  void cutOffRulesAreIncomplete() {
    for (Rule rule :
        List.of(
            new BoxSplit(1, 2.5),
            new KnotSplit(1, 2),
            new Triangulation(List.of(1, 2)),
            new EdgeSplit(0, 1, 0.5),
            new SimplexLeaf(1, 3),
            new BoxLeaf())) {
      byte[] bytes = write(rule);
      for (int length = 0; length < bytes.length; length++) {
        byte[] start = Arrays.copyOf(bytes, length);
        RejectedException e = assertThrows(RejectedException.class, () -> read(start, 2));
        assertEquals(true, e.rejection().isIncomplete());
      }
    }
  }

  @Test
  void nonsenseIsNotWritten() {
    for (Rule rule :
        List.of(
            new BoxSplit(-1, 0),
            new BoxSplit(65536, 0),
            new KnotSplit(-1, 0),
            new Halving(-1),
            new Halving(RuleCode.MOST_HALVED + 1),
            new KnotSplit(0, -1),
            new KnotSplit(65536, 0),
            new Triangulation(List.of(256)),
            new Triangulation(List.of(-1)),
            new SimplexLeaf(-1, 2),
            new SimplexLeaf(32, 2),
            new SimplexLeaf(32, SimplexLeaf.FULL_DEGREE),
            new SimplexLeaf(0, -1),
            new SimplexLeaf(0, 256),
            new EdgeSplit(-1, 0, 0.5),
            new EdgeSplit(1, 1, 0.5),
            new EdgeSplit(2, 1, 0.5),
            new EdgeSplit(0, 16, 0.5),
            new EdgeSplit(0, 1, 0),
            new EdgeSplit(0, 1, 1),
            new EdgeSplit(0, 1, -0.5),
            new EdgeSplit(0, 1, Double.NaN))) {
      assertThrows(IllegalArgumentException.class, () -> write(rule), rule.toString());
    }
  }
}
