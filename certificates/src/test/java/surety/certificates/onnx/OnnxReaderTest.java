package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;
import surety.certificates.network.Wires;

/** What small files become, gate by gate. */
class OnnxReaderTest {

  private static final Proto W =
      Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6));

  private static List<Layer> layers(int inputs, Proto... graph) throws NetworkFormatException {
    return Gates.chain(OnnxReader.read(Onnx.network(inputs, graph)));
  }

  private static AffineLayer affine(double[] biases, double[]... weights) {
    return AffineLayer.of(weights, biases);
  }

  private static double[] row(double... values) {
    return values;
  }

  private static Proto constant(String name, double... values) {
    return Onnx.initializer(Onnx.floats(name, Onnx.dims(values.length), values));
  }

  @Test
  void matMulAndAddAreOneGate() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            Onnx.node("m", "MatMul", "x, w", "t"),
            Onnx.node("a", "Add", "t, b", "r"),
            Onnx.node("r", "Relu", "r", "y"),
            W,
            constant("b", 7, 8, 9));
    assertEquals(
        List.of(
            affine(row(7, 8, 9), row(1, 4), row(2, 5), row(3, 6)),
            ActivationLayer.uniform(3, Activation.RELU)),
        layers);
  }

  @Test
  void gemmIsOneGate() throws NetworkFormatException {
    AffineLayer product = affine(row(1, 2, 3), row(1, 4), row(2, 5), row(3, 6));
    assertEquals(
        List.of(product), layers(2, W, constant("c", 1, 2, 3), Onnx.node("Gemm", "x, w, c")));
    Proto minus = Onnx.floatAttribute("beta", -1);
    assertEquals(
        List.of(product),
        layers(2, W, constant("c", -1, -2, -3), Onnx.node("Gemm", "x, w, c", minus)));
  }

  @Test
  void aFactorOfGemmIsNotMultipliedIn() throws NetworkFormatException {
    Proto third = Onnx.floatAttribute("alpha", 1f / 3);
    double alpha = 1f / 3;
    assertEquals(
        List.of(
            affine(new double[3], row(1, 4), row(2, 5), row(3, 6)),
            AffineLayer.diagonal(row(alpha, alpha, alpha), row(1, 2, 3))),
        layers(2, W, constant("c", 1, 2, 3), Onnx.node("Gemm", "x, w, c", third)));
  }

  @Test
  void betaTimesADoubleIsTheSumOfTwoHalves() throws NetworkFormatException {
    Proto c = Onnx.initializer(Onnx.doubles("c", Onnx.dims(1), 0.1));
    Proto beta = Onnx.floatAttribute("beta", 1f / 3);
    List<Layer> layers = layers(2, W, c, Onnx.node("Gemm", "x, w, c", beta));
    double product = (1f / 3) * 0.1;
    assertEquals(product, ((AffineLayer) layers.get(0)).bias(0));
    assertEquals(Math.fma(1f / 3, 0.1, -product), ((AffineLayer) layers.get(1)).bias(0));
    assertEquals(2, layers.size());
  }

  @Test
  void betaZeroIgnoresC() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            W,
            constant("c", 1, 2, 3),
            Onnx.node("Gemm", "x, w, c", Onnx.floatAttribute("beta", 0)));
    assertEquals(List.of(affine(row(0, 0, 0), row(1, 4), row(2, 5), row(3, 6))), layers);
  }

  @Test
  void aConstantMayStandOnTheLeft() throws NetworkFormatException {
    assertEquals(
        List.of(AffineLayer.diagonal(row(-1, -1), row(3, 4))),
        layers(2, constant("c", 3, 4), Onnx.node("Sub", "c, x")));
    assertEquals(
        List.of(AffineLayer.diagonal(row(1, 1), row(-3, -4))),
        layers(2, constant("c", 3, 4), Onnx.node("Sub", "x, c")));
    assertEquals(
        List.of(AffineLayer.diagonal(row(3, 4), row(0, 0))),
        layers(2, constant("c", 3, 4), Onnx.node("Mul", "c, x")));
    Proto column = Onnx.initializer(Onnx.floats("v", Onnx.dims(3, 1), 1, 2, 3));
    assertEquals(
        List.of(affine(row(0, 0, 0), row(1), row(2), row(3))),
        layers(1, column, Onnx.node("MatMul", "v, x")));
  }

  @Test
  void divisionByPowersOfTwoIsExact() throws NetworkFormatException {
    assertEquals(
        List.of(AffineLayer.diagonal(row(0.25, -2), row(0, 0))),
        layers(2, constant("c", 4, -0.5), Onnx.node("Div", "x, c")));
  }

  @Test
  void normalisationIsNotMultipliedIn() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 1), 0.1, 0.7)),
            constant("mean", 0.1, 0.2),
            constant("scale", 0.3, 0.7),
            Onnx.node("s", "Sub", "x, mean", "a"),
            Onnx.node("m", "Mul", "a, scale", "b"),
            Onnx.node("g", "Gemm", "b, w", "y"));
    assertEquals(
        List.of(
            AffineLayer.diagonal(row(1, 1), row(-0.1f, -0.2f)),
            AffineLayer.diagonal(row(0.3f, 0.7f), new double[2]),
            affine(new double[1], row(0.1f, 0.7f))),
        layers);
  }

  @Test
  void broadcastingMakesAVectorOfANumber() throws NetworkFormatException {
    assertEquals(
        AffineLayer.selection(1, new int[3], row(1, 1, 1), row(5, 6, 7)),
        Gates.affine(
            OnnxReader.read(Onnx.network(1, constant("c", 5, 6, 7), Onnx.node("Add", "x, c")))));
  }

  @Test
  void shapesOnlyChangeTheirNames() throws NetworkFormatException {
    Network network =
        OnnxReader.read(
            Onnx.network(
                6,
                Onnx.initializer(Onnx.longs("s", 0, 2, -1)),
                Onnx.node("r", "Reshape", "x, s", "a"),
                Onnx.node("d", "Dropout", "a", "b"),
                Onnx.node("i", "Identity", "b", "c"),
                Onnx.node("f", "Flatten", "c", "y", Onnx.intAttribute("axis", -2))));
    assertEquals(new Network(6, List.of(), Wires.range(0, 6)), network);
  }

  @Test
  void transposingReorders() throws NetworkFormatException {
    Network network =
        OnnxReader.read(
            Onnx.network(
                6,
                Onnx.initializer(Onnx.longs("s", 2, 3)),
                Onnx.node("r", "Reshape", "x, s", "a"),
                Onnx.node("t", "Transpose", "a", "y")));
    assertEquals(new Network(6, List.of(), Wires.of(0, 3, 1, 4, 2, 5)), network);
  }

  @Test
  void aSequenceOfVectorsIsMultipliedBlockByBlock() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            4,
            W,
            Onnx.initializer(Onnx.longs("s", 1, 2, 2)),
            Onnx.node("r", "Reshape", "x, s", "a"),
            Onnx.node("m", "MatMul", "a, w", "y"));
    assertEquals(
        List.of(
            affine(
                new double[6],
                row(1, 4, 0, 0),
                row(2, 5, 0, 0),
                row(3, 6, 0, 0),
                row(0, 0, 1, 4),
                row(0, 0, 2, 5),
                row(0, 0, 3, 6))),
        layers);
  }

  @Test
  void constantsMayBeComputedFromConstantsExactly() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            constant("a", 1, -2),
            constant("b", 3),
            Onnx.node("p", "Add", "a, b", "c"),
            Onnx.node("q", "Mul", "c, b", "d"),
            Onnx.node("r", "Sub", "d, a", "e"),
            Onnx.node("u", "Relu", "a", "f"),
            Onnx.node("v", "Add", "e, f", "g"),
            Onnx.node("z", "Add", "x, g", "y"));
    assertEquals(List.of(AffineLayer.diagonal(row(1, 1), row(12, 5))), layers);
  }

  @Test
  void aDifferenceOfAProductIsOneGateOnlyTheRightWayRound() throws NetworkFormatException {
    Proto product = Onnx.node("m", "MatMul", "x, w", "t");
    Proto c = constant("c", 7, 8, 9);
    assertEquals(
        List.of(affine(row(-7, -8, -9), row(1, 4), row(2, 5), row(3, 6))),
        layers(2, W, c, product, Onnx.node("Sub", "t, c")));
    assertEquals(
        List.of(
            affine(new double[3], row(1, 4), row(2, 5), row(3, 6)),
            AffineLayer.diagonal(row(-1, -1, -1), row(7, 8, 9))),
        layers(2, W, c, product, Onnx.node("Sub", "c, t")));
  }

  @Test
  void whatTheOutputDoesNotNeedIsIgnored() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            Onnx.initializer(Onnx.floats("nan", Onnx.dims(1), Double.NaN)),
            Onnx.node("unknown", "NoSuchOperator", "nan, nowhere", "z"),
            Onnx.node("Relu", "x"));
    assertEquals(List.of(ActivationLayer.uniform(2, Activation.RELU)), layers);
  }

  @Test
  void nodesMayComeInAnyOrderAndInitializersAsInputs() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            Onnx.node("r", "Relu", "t", "y"),
            Onnx.node("m", "MatMul", "x, w", "t"),
            Onnx.input("w", Onnx.FLOAT, 2, 3),
            W);
    assertEquals(2, layers.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
  void readsEveryOpset(long opset) throws NetworkFormatException {
    Proto graph =
        new Proto()
            .append(Onnx.node("Relu", "x"))
            .append(Onnx.input("x", Onnx.DOUBLE, -1, 2))
            .append(Onnx.output("y", Onnx.DOUBLE));
    assertEquals(1, OnnxReader.read(Onnx.model(opset, graph)).gates().size());
  }

  @Test
  void weightsAreExactlyThoseOfTheFile() throws NetworkFormatException {
    float odd = 0.1f;
    double wide = 0.1;
    AffineLayer single =
        (AffineLayer) layers(1, constant("c", odd), Onnx.node("Mul", "x, c")).get(0);
    assertEquals((double) odd, single.weight(0, 0));
    Proto doubles = Onnx.initializer(Onnx.doubles("c", Onnx.dims(1), wide));
    AffineLayer twice = (AffineLayer) layers(1, doubles, Onnx.node("Mul", "x, c")).get(0);
    assertEquals(wide, twice.weight(0, 0));
    Proto tiny = constant("c", Float.MIN_VALUE);
    AffineLayer subnormal = (AffineLayer) layers(1, tiny, Onnx.node("Mul", "x, c")).get(0);
    assertEquals(0x1p-149, subnormal.weight(0, 0));
  }

  @Test
  void absorptionIsNotLost() throws NetworkFormatException {
    Network network =
        OnnxReader.read(
            Onnx.network(
                1,
                constant("big", 0x1p24),
                Onnx.node("p", "Add", "x, big", "a"),
                Onnx.node("m", "Sub", "a, big", "y")));
    assertArrayEquals(row(1), network.evaluate(row(1)), "(1 + 2^24) - 2^24 is 1 over the reals");
  }

  @Test
  void theBytesAreNotChanged() throws NetworkFormatException {
    byte[] file = Onnx.network(2, Onnx.node("Relu", "x"));
    byte[] copy = file.clone();
    OnnxReader.read(file);
    assertArrayEquals(copy, file);
  }
}
