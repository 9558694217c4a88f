package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.activation.Activation;
import surety.certificates.network.ActivationLayer;
import surety.certificates.network.AffineLayer;
import surety.certificates.network.Layer;
import surety.certificates.network.Network;

/** What small files become, layer by layer. */
class OnnxReaderTest {

  private static final Proto W =
      Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 3), 1, 2, 3, 4, 5, 6));

  private static List<Layer> layers(int inputs, Proto... graph) throws NetworkFormatException {
    return OnnxReader.read(Onnx.network(inputs, graph)).layers();
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
  void matMulAndAddAreOneLayer() throws NetworkFormatException {
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
  void gemmFoldsItsFactorsOnlyExactly() throws NetworkFormatException {
    Proto third = Onnx.floatAttribute("alpha", 1f / 3);
    List<Layer> layers = layers(2, W, constant("c", 1, 2, 3), Onnx.node("Gemm", "x, w, c", third));
    double alpha = 1f / 3;
    assertEquals(
        List.of(
            affine(
                row(1, 2, 3),
                row(alpha, 4 * alpha),
                row(2 * alpha, 5 * alpha),
                row(3 * alpha, 6 * alpha))),
        layers,
        "a float times a float is a double");
    Proto doubles =
        Onnx.initializer(Onnx.doubles("d", Onnx.dims(2, 3), 0.1, 0.2, 0.3, 0.4, 0.5, 0.6));
    List<Layer> apart = layers(2, doubles, Onnx.node("Gemm", "x, d", third));
    assertEquals(2, apart.size());
    assertEquals(0.1, ((AffineLayer) apart.get(0)).weight(0, 0));
    assertEquals(AffineLayer.diagonal(row(alpha, alpha, alpha), new double[3]), apart.get(1));
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
  void normalisationThatRoundsStaysInLayersOfItsOwn() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            2,
            Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 1), 0.1, 0.7)),
            constant("mean", 0.1, 0.2),
            constant("scale", 0.3, 0.7),
            Onnx.node("s", "Sub", "x, mean", "a"),
            Onnx.node("m", "Mul", "a, scale", "b"),
            Onnx.node("g", "Gemm", "b, w", "y"));
    double mean = 0.1f;
    double scale = 0.3f;
    AffineLayer first = (AffineLayer) layers.get(0);
    assertEquals(2, layers.size());
    assertEquals(scale, first.weight(0, 0), "the difference was scaled");
    assertEquals(-mean * scale, first.bias(0), "a product of floats");
  }

  @Test
  void broadcastingMakesAVectorOfANumber() throws NetworkFormatException {
    assertEquals(
        List.of(AffineLayer.selection(1, new int[3], row(1, 1, 1), row(5, 6, 7))),
        layers(1, constant("c", 5, 6, 7), Onnx.node("Add", "x, c")));
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
    assertEquals(List.of(), network.layers());
    assertEquals(6, network.outputs());
  }

  @Test
  void transposingReorders() throws NetworkFormatException {
    List<Layer> layers =
        layers(
            6,
            Onnx.initializer(Onnx.longs("s", 2, 3)),
            Onnx.node("r", "Reshape", "x, s", "a"),
            Onnx.node("t", "Transpose", "a", "y"));
    double[] ones = new double[6];
    Arrays.fill(ones, 1);
    int[] sources = {0, 3, 1, 4, 2, 5};
    assertEquals(List.of(AffineLayer.selection(6, sources, ones, new double[6])), layers);
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
    assertEquals(1, OnnxReader.read(Onnx.model(opset, graph)).layers().size());
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
    assertEquals(List.of(), network.layers());
  }

  @Test
  void namesTheEndsAndTheLayers() throws NetworkFormatException {
    OnnxNames names =
        OnnxReader.names(
            Onnx.network(
                2,
                W,
                constant("c", 0.3, 0.3),
                Onnx.node("c", "Add", "x, c", "s"),
                Onnx.node("m", "MatMul", "s, w", "t"),
                Onnx.node("r", "Relu", "t", "y")));
    assertEquals("x", names.input());
    assertEquals(2, names.inputs());
    assertEquals("y", names.output());
    assertEquals(3, names.outputs());
    assertEquals("relu 3", names.layers().get(names.layers().size() - 1));
    assertTrue(names.layers().get(0).startsWith("affine "), names.toString());
  }

  @Test
  void theBytesAreNotChanged() throws NetworkFormatException {
    byte[] file = Onnx.network(2, Onnx.node("Relu", "x"));
    byte[] copy = file.clone();
    OnnxReader.read(file);
    assertArrayEquals(copy, file);
  }
}
