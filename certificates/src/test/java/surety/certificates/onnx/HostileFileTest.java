package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import surety.certificates.network.DenseMatrix;
import surety.certificates.network.Gate;
import surety.certificates.network.Network;

/**
 * Whatever the bytes are, the answer is a network or a {@link NetworkFormatException}: any other
 * exception fails these tests.
 */
class HostileFileTest {
  private static final int FLIPS = 6_000;
  private static final int GARBAGE = 2_000;
  private static final int DEEP = 1_000;
  private static final long HUGE = 1L << 62;

  private static byte[] small() {
    return Onnx.network(
        2,
        Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6)),
        Onnx.initializer(Onnx.header("c", Onnx.DOUBLE, 3).float64(10, 1).bytes(10, new byte[16])),
        Onnx.initializer(Onnx.longs("s", 1, -1)),
        Onnx.node("g", "Gemm", "x, w, c", "a", Onnx.floatAttribute("alpha", 2)),
        Onnx.node("r", "Relu", "a", "b"),
        Onnx.node("t", "Transpose", "b", "d", Onnx.intsAttribute("perm", 1, 0)),
        Onnx.node("f", "Reshape", "d, s", "e"),
        Onnx.node("k", "Constant", "", "h", Onnx.floatsAttribute("value_floats", 1, 2, 4)),
        Onnx.node("v", "Div", "e, h", "y"));
  }

  /** Whether the bytes are a network; they may also be refused with a message, nothing else. */
  private static boolean isRead(byte[] file) {
    try {
      Network network = OnnxReader.read(file);
      return network.inputs() > 0;
    } catch (NetworkFormatException e) {
      assertFalse(e.getMessage().isBlank());
      assertTrue(e.getMessage().length() < 2_000, e.getMessage());
      assertFalse(e.getMessage().contains("\n"), e.getMessage());
      return false;
    }
  }

  private static String refused(byte[] file) {
    return Refusal.of(file);
  }

  @Test
  void noTruncatedFileIsRead() {
    byte[] file = small();
    assertTrue(isRead(file));
    for (int length = 0; length < file.length; length++) {
      assertFalse(isRead(Arrays.copyOf(file, length)), "length " + length);
    }
  }

  @Test
  void flippedBitsAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(8);
    byte[] file = small();
    int read = 0;
    for (int i = 0; i < FLIPS; i++) {
      byte[] damaged = file.clone();
      int flips = random.nextInt(1, 4);
      for (int k = 0; k < flips; k++) {
        damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
      }
      read += isRead(damaged) ? 1 : 0;
    }
    assertTrue(read > 100 && read < FLIPS, "both happen: " + read);
  }

  @Test
  void everyByteReplacedIsReadOrRefused() {
    byte[] file = small();
    for (int at = 0; at < file.length; at++) {
      for (int value : new int[] {0, 1, 0x7f, 0x80, 0xff}) {
        byte[] damaged = file.clone();
        damaged[at] = (byte) value;
        isRead(damaged);
      }
    }
  }

  @Test
  void damagedRandomModelsAreReadOrRefused() {
    SplittableRandom random = new SplittableRandom(9);
    for (int seed = 0; seed < 400; seed++) {
      byte[] file = seed % 2 == 0 ? new RandomModel(seed).file() : new RandomGraph(seed).file();
      for (int i = 0; i < 10; i++) {
        byte[] damaged = file.clone();
        damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
        isRead(damaged);
      }
    }
  }

  @Test
  void garbageIsRefused() {
    SplittableRandom random = new SplittableRandom(10);
    for (int i = 0; i < GARBAGE; i++) {
      byte[] garbage = new byte[random.nextInt(200)];
      random.nextBytes(garbage);
      assertFalse(isRead(garbage));
    }
  }

  @Test
  void deepNestingIsRefusedWithoutRecursion() {
    Proto nested = new Proto();
    for (int i = 0; i < DEEP; i++) {
      Proto branch = new Proto().string(1, "then_branch").message(6, nested).varint(20, 5);
      nested =
          new Proto().message(1, new Proto().string(2, "y").string(4, "If").message(5, branch));
    }
    Proto graph =
        nested.append(Onnx.input("x", Onnx.FLOAT, 1, 2)).append(Onnx.output("y", Onnx.FLOAT));
    assertTrue(refused(Onnx.model(13, graph)).contains("Operator If"));
    Proto groups = new Proto();
    for (int i = 0; i < DEEP; i++) {
      groups.tag(30, 3);
    }
    assertTrue(refused(groups.toBytes()).contains("wire type 3"));
  }

  @Test
  void hugeDimensionsAreRefused() {
    for (long dim : new long[] {HUGE, 1L << 32, 1L << 31, 1L << 30}) {
      Proto relu = Onnx.node("Relu", "x");
      Proto graph =
          new Proto()
              .append(relu)
              .append(Onnx.input("x", Onnx.FLOAT, 1, dim))
              .append(Onnx.output("y", Onnx.FLOAT));
      String message = refused(Onnx.model(13, graph));
      assertTrue(message.contains("nput 'x'") && message.contains("large"), message);
      Proto w = Onnx.initializer(Onnx.header("w", Onnx.FLOAT, dim, 4).bytes(9, new byte[16]));
      message = refused(Onnx.network(2, w, Onnx.node("MatMul", "x, w")));
      assertTrue(message.contains("ensor 'w'"), message);
    }
    Proto overflowing = Onnx.header("w", Onnx.FLOAT, 1L << 32, 1L << 32).bytes(9, new byte[16]);
    Proto overflow = Onnx.initializer(overflowing);
    assertTrue(refused(Onnx.network(2, overflow, Onnx.node("Add", "x, w"))).contains("too large"));
  }

  @Test
  void broadcastingCannotFillTheMemory() {
    Proto column = Onnx.initializer(Onnx.floats("c", Onnx.dims(2_000, 1), new double[2_000]));
    byte[] file = Onnx.network(2_000, column, Onnx.node("Add", "x, c"));
    String message = refused(file);
    assertTrue(message.contains("Add (node 'n')") && message.contains("allowed"), message);
  }

  @Test
  void manyWideLayersCannotFillTheMemory() {
    int wide = 100_000;
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < 1_000; i++) {
      graph.append(Onnx.node("n" + i, "Relu", value, "v" + i));
      value = "v" + i;
    }
    graph.append(Onnx.node("Identity", value));
    String message = refused(Onnx.network(wide, graph));
    assertTrue(message.contains("too large for its file"), message);
  }

  @Test
  void aSharedWeightCannotFillTheMemory() {
    int wide = 300;
    Proto w = Onnx.initializer(Onnx.floats("w", Onnx.dims(wide, wide), new double[wide * wide]));
    Proto graph = new Proto().append(w);
    String value = "x";
    for (int i = 0; i < 1_000; i++) {
      graph.append(Onnx.node("n" + i, "MatMul", value + ",w", "v" + i));
      value = "v" + i;
    }
    String message = refused(Onnx.network(wide, graph.append(Onnx.node("Identity", value))));
    assertTrue(message.contains("too large for its file"), message);
  }

  @Test
  void aProductPlusManyConstantsIsNotManyProducts() throws NetworkFormatException {
    int wide = 300;
    Proto w = Onnx.initializer(Onnx.floats("w", Onnx.dims(wide, wide), new double[wide * wide]));
    Proto c = Onnx.initializer(Onnx.floats("c", Onnx.dims(wide), new double[wide]));
    Proto graph = new Proto().append(w).append(c).append(Onnx.node("m", "MatMul", "x, w", "p"));
    StringBuilder all = new StringBuilder("p");
    for (int i = 0; i < 200; i++) {
      graph.append(Onnx.node("", "Add", "p, c", "s" + i));
      all.append(", s").append(i);
    }
    graph.append(Onnx.node("Concat", all.toString(), Onnx.intAttribute("axis", 1)));
    long weights =
        OnnxReader.read(Onnx.network(wide, graph)).gates().stream()
            .filter(
                gate ->
                    ((Gate.Affine) gate).terms().get(0).layer().operator() instanceof DenseMatrix)
            .count();
    assertEquals(1, weights);
  }

  private static byte[] repeated(int times, int inputs, String operator, String form) {
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < times; i++) {
      String next = "v" + i;
      String arguments = form.replace("*", value);
      Proto axis = Onnx.intAttribute("axis", 1);
      graph.append(
          operator.equals("Concat")
              ? Onnx.node("n" + i, operator, arguments, next, axis)
              : Onnx.node("n" + i, operator, arguments, next));
      value = next;
    }
    return Onnx.network(inputs, graph.append(Onnx.node("Relu", value)));
  }

  @Test
  void doublingAgainAndAgainCannotFillTheMemory() {
    assertTrue(refused(repeated(60, 1, "Concat", "*, *")).contains("too large"));
    assertTrue(refused(repeated(60, 1, "Concat", "*, x, *")).contains("too large"));
    assertTrue(isRead(repeated(2_000, 1, "Add", "*, *")), "2^2000 needs no double");
    assertTrue(isRead(repeated(60, 1, "Max", "*, x, *")));
    String all = "x, ".repeat(5_000) + "x";
    assertTrue(isRead(Onnx.network(1, Onnx.node("Sum", all))));
    assertTrue(isRead(Onnx.network(1, Onnx.node("Max", all))));
  }

  @Test
  void crossedBranchesAreReadOnce() throws NetworkFormatException {
    int crossings = 1_000;
    Proto graph =
        new Proto()
            .append(Onnx.initializer(Onnx.floats("k", Onnx.dims(1), 1)))
            .append(Onnx.node("a0", "Relu", "x", "a0"))
            .append(Onnx.node("", "Sub", "k, x", "b0"));
    for (int i = 0; i < crossings; i++) {
      String both = "a%d, b%d".formatted(i, i);
      graph.append(Onnx.node("", "Add", both, "a" + (i + 1)));
      graph.append(Onnx.node("", "Sub", both, "b" + (i + 1)));
    }
    graph.append(Onnx.node("Max", "a%d, b%d".formatted(crossings, crossings)));
    Network network = OnnxReader.read(Onnx.network(1, graph));
    assertTrue(network.wires() <= 2 * crossings + 10, "two values, not 2^n");
  }

  @Test
  void valuesKeptForLaterAreReadInTime() {
    Proto graph = new Proto();
    StringBuilder all = new StringBuilder("x");
    Proto axis = Onnx.intAttribute("axis", 1);
    String value = "x";
    for (int i = 0; i < 4_000; i++) {
      graph.append(Onnx.node("n" + i, "Relu", value, "v" + i));
      value = "v" + i;
      all.append(", ").append(value);
    }
    byte[] file = Onnx.network(2, graph, Onnx.node("Concat", all.toString(), axis));
    assertTrue(isRead(file));
    assertTrue(isRead(Onnx.network(2, graph, Onnx.node("Sum", all.toString()))));
  }

  @Test
  void manyTermsOfOneSumAreReadInTime() {
    Proto graph = new Proto();
    String sum = "x";
    for (int i = 0; i < 5_000; i++) {
      Proto c = Onnx.initializer(Onnx.floats("c" + i, Onnx.dims(1), i));
      graph.append(c).append(Onnx.node("", "Mul", "x, c" + i, "p" + i));
      graph.append(Onnx.node("", "Relu", "p" + i, "r" + i));
      graph.append(Onnx.node("", "Add", sum + ", r" + i, "s" + i));
      sum = "s" + i;
    }
    assertTrue(isRead(Onnx.network(1, graph.append(Onnx.node("Relu", sum)))));
  }

  @Test
  void manyDimensionsAreRefused() {
    long[] dims = new long[40];
    Arrays.fill(dims, 1);
    Proto w = Onnx.initializer(Onnx.floats("w", dims, 1));
    String message = refused(Onnx.network(2, w, Onnx.node("Add", "x, w")));
    assertTrue(message.contains("40 dimensions"), message);
  }

  @Test
  void longChainsAreReadWithoutRecursion() {
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < 10_000; i++) {
      graph.append(Onnx.node("", "Relu", value, "v" + i));
      value = "v" + i;
    }
    assertTrue(isRead(Onnx.network(2, graph.append(Onnx.node("Identity", value)))));
  }

  @Test
  void longNamesAreShortenedInMessages() {
    String name = "n".repeat(100_000) + "\n";
    byte[] file = Onnx.network(2, Onnx.node(name, "Sigmoid\u0007\n", "x", "y"));
    assertFalse(isRead(file));
    assertTrue(refused(file).contains("nnn...'"));
    assertTrue(refused(file).contains("Sigmoid??"));
  }
}
