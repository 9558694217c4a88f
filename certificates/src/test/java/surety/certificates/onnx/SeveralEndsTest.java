package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import surety.certificates.network.NamedNetwork;
import surety.certificates.network.Port;
import surety.certificates.stop.Stop;

/** Graphs with several inputs and outputs. */
class SeveralEndsTest {
  private static final Proto SPEED = Onnx.input("speed", Onnx.FLOAT, 1, 1);
  private static final Proto IMAGE = Onnx.input("image", Onnx.FLOAT, 1, 3);
  private static final Proto SUM = Onnx.output("sum", Onnx.FLOAT);
  private static final Proto BOTH = Onnx.output("both", Onnx.FLOAT);
  private static final Proto NODES =
      new Proto()
          .append(Onnx.initializer(Onnx.floats("w", Onnx.dims(3, 1), 1, 10, 100)))
          .append(Onnx.node("m", "MatMul", "image, w", "weighted"))
          .append(Onnx.node("a", "Add", "weighted, speed", "sum"))
          .append(
              Onnx.node("c", "Concat", "speed, weighted", "both", Onnx.intAttribute("axis", 1)));

  private static byte[] file(Proto... parts) {
    Proto graph = new Proto();
    Arrays.stream(parts).forEach(graph::append);
    return Onnx.model(13, graph);
  }

  private static NamedNetwork read(Proto... parts) throws NetworkFormatException {
    return OnnxReader.readNamed(file(parts), Map.of(), Stop.NEVER);
  }

  private static String refused(Proto... parts) {
    return assertThrows(NetworkFormatException.class, () -> read(parts)).getMessage();
  }

  @Test
  void theyAreOneVectorInTheOrderOfTheGraph() throws NetworkFormatException {
    NamedNetwork named = read(NODES, SPEED, IMAGE, SUM, BOTH);
    assertEquals(List.of(new Port("speed", 1), new Port("image", 3)), named.inputs());
    assertEquals(List.of(new Port("sum", 1), new Port("both", 2)), named.outputs());
    assertEquals(4, named.network().inputs());
    assertArrayEquals(
        new double[] {327, 7, 320}, named.network().evaluate(new double[] {7, 0, 2, 3}));
  }

  @Test
  void anotherOrderIsAnotherVector() throws NetworkFormatException {
    NamedNetwork named = read(NODES, IMAGE, SPEED, BOTH, SUM);
    assertEquals(List.of(new Port("image", 3), new Port("speed", 1)), named.inputs());
    assertArrayEquals(
        new double[] {7, 320, 327}, named.network().evaluate(new double[] {0, 2, 3, 7}));
  }

  @Test
  void elementsAreNamedAfterTheirVectors() {
    assertEquals(List.of("speed"), new Port("speed", 1).elements());
    assertEquals(List.of("image[0]", "image[1]"), new Port("image", 2).elements());
  }

  @Test
  void aBatchIsOneForEachInput() throws NetworkFormatException {
    Proto batch = Onnx.input("image", Onnx.FLOAT, -1, 3);
    NamedNetwork named = read(NODES, Onnx.input("speed", Onnx.FLOAT, -1, 1), batch, SUM);
    assertEquals(4, named.network().inputs());
    assertTrue(
        refused(NODES, SPEED, Onnx.input("image", Onnx.FLOAT, 2, 3), SUM)
            .contains("Input 'image' has the shape [2, 3], a batch of 2"));
    assertTrue(
        refused(NODES, SPEED, Onnx.input("image", Onnx.FLOAT, 1, -1), SUM)
            .contains("Input 'image' has no fixed size in dimension 1"));
  }

  @Test
  void anInputThatNothingReadsIsAnInput() throws NetworkFormatException {
    NamedNetwork named = read(NODES, SPEED, Onnx.input("idle", Onnx.FLOAT, 2), IMAGE, SUM);
    assertEquals(6, named.network().inputs());
    assertArrayEquals(
        new double[] {327}, named.network().evaluate(new double[] {7, 5, 5, 0, 2, 3}));
  }

  /** Files of old versions list what has a value among the inputs. */
  @Test
  void whatHasAValueIsNoInput() throws NetworkFormatException {
    NamedNetwork named = read(NODES, SPEED, Onnx.input("w", Onnx.FLOAT, 3, 1), IMAGE, SUM);
    assertEquals(2, named.inputs().size());
  }

  @Test
  void anInputMayBeAnOutput() throws NetworkFormatException {
    NamedNetwork named = read(NODES, SPEED, IMAGE, SUM, Onnx.output("image", Onnx.FLOAT));
    assertArrayEquals(
        new double[] {327, 0, 2, 3}, named.network().evaluate(new double[] {7, 0, 2, 3}));
  }

  @Test
  void everyOutputDependsOnAnInput() {
    String message = refused(NODES, SPEED, IMAGE, SUM, Onnx.output("w", Onnx.FLOAT));
    assertEquals("The output 'w' does not depend on any input; a constant is no network", message);
  }

  @Test
  void eachHasOneName() {
    assertTrue(refused(NODES, SPEED, IMAGE, SPEED, SUM).contains("defines 'speed' twice"));
    assertTrue(refused(NODES, SPEED, IMAGE, SUM, BOTH, SUM).contains("the output 'sum' twice"));
  }

  @Test
  void eachHasNumbers() {
    assertTrue(
        refused(NODES, SPEED, Onnx.input("image", 7, 1, 3), SUM)
            .startsWith("Input 'image' has elements of"));
    assertTrue(
        refused(NODES, SPEED, IMAGE, SUM, Onnx.output("both", 7))
            .startsWith("Output 'both' has elements of"));
  }

  @Test
  void aMissingOneIsNamed() {
    assertTrue(refused(NODES, SPEED, SUM).contains("defines 'image'"));
    assertTrue(refused(NODES, SPEED, IMAGE).contains("0 outputs"));
    assertTrue(refused(NODES, SUM).contains("0 inputs without a value"));
  }

  /** A few bytes may not declare more numbers than a small file may have. */
  @Test
  void manyWideInputsAreTooMany() {
    Proto[] wide =
        Stream.concat(
                Stream.of(NODES, SPEED, IMAGE, SUM),
                java.util.stream.IntStream.range(0, 3000)
                    .mapToObj(i -> Onnx.input("i" + i, Onnx.FLOAT, 1_000_000)))
            .toArray(Proto[]::new);
    assertTrue(refused(wide).contains("too large for its file"), refused(wide));
  }
}
