package surety.certificates.nnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.arithmetic.Rational;
import surety.certificates.network.Network;
import surety.certificates.onnx.NetworkFormatException;
import surety.certificates.onnx.OnnxFiles;
import surety.certificates.onnx.OnnxReader;
import surety.certificates.stop.Stop;
import surety.certificates.stop.StoppedException;

class NnetReaderTest {
  private static Network read(String text) throws NetworkFormatException {
    return NnetReader.read(NnetFiles.bytes(text), Stop.NEVER);
  }

  private static String refused(String text) {
    String message = assertThrows(NetworkFormatException.class, () -> read(text)).getMessage();
    assertFalse(message.contains("\n"), message);
    assertTrue(message.startsWith("Line "), message);
    return message;
  }

  private static String refused(String from, String to) {
    assertTrue(NnetFiles.SMALL.contains(from), from);
    return refused(NnetFiles.SMALL.replaceFirst(java.util.regex.Pattern.quote(from), to));
  }

  private static Rational exactly(Network network, String x0, String x1) {
    Rational[] x = {Rational.parse(x0), Rational.parse(x1)};
    return network.evaluateExactly(x)[0];
  }

  /** What {@link NnetFiles#SMALL} says, over the rationals. */
  private static Rational expected(Rational x0, Rational x1) {
    Rational u = x0.minus(Rational.of(5)).dividedBy(Rational.of(10));
    Rational v = x1.dividedBy(Rational.of(3));
    Rational first = relu(u.plus(v));
    Rational second = relu(u.minus(v).plus(Rational.of(1, 2))).times(Rational.of(2));
    Rational sum = first.minus(second).plus(Rational.of(1, 4));
    return sum.times(Rational.of(4)).plus(Rational.of(100));
  }

  private static Rational relu(Rational x) {
    return x.signum() > 0 ? x : Rational.ZERO;
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "10, 1", "0, -1", "7, 1/7", "1, 2/3", "9/10, -1/3"})
  void unitsArePhysicalAndQuotientsExact(String x0, String x1) throws NetworkFormatException {
    Network network = read(NnetFiles.SMALL);
    assertEquals(2, network.inputs());
    assertEquals(1, network.outputs());
    Rational a = Rational.parseFraction(x0);
    Rational b = Rational.parseFraction(x1);
    assertEquals(expected(a, b), network.evaluateExactly(new Rational[] {a, b})[0]);
  }

  /** Exporters write the normalised network only, and leave the units to whoever feeds it. */
  @Test
  void theOnnxFileOfTheSameNetworkAgrees() throws NetworkFormatException {
    Network network = read(NnetFiles.SMALL);
    Network twin = OnnxReader.read(OnnxFiles.normalised());
    SplittableRandom random = new SplittableRandom(3);
    for (int k = 0; k < 200; k++) {
      double x0 = random.nextDouble(0, 10);
      double x1 = random.nextDouble(-1, 1);
      double normalised = twin.evaluate(new double[] {(x0 - 5) / 10, x1 / 3})[0];
      double y = network.evaluate(new double[] {x0, x1})[0];
      assertEquals(4 * normalised + 100, y, 100 * Math.ulp(1f));
    }
  }

  @Test
  void inputsAreCutToTheirLeastAndGreatestValues() throws NetworkFormatException {
    Network network = read(NnetFiles.SMALL);
    assertEquals(exactly(network, "10", "1"), exactly(network, "1000", "7"));
    assertEquals(exactly(network, "0", "-1"), exactly(network, "-1e9", "-1.0001"));
    assertEquals(exactly(network, "0", "1"), exactly(network, "-0.001", "1"));
  }

  /** With means 0 and ranges 1 the last layer is what counts, without a ReLU. */
  @Test
  void theLastLayerHasNoRelu() throws NetworkFormatException {
    Network network = read("1,1,1,1\n1,1\n0\n-9\n9\n0,0\n1,1\n2\n-3\n");
    assertArrayEquals(new double[] {-7}, network.evaluate(new double[] {-2}));
    assertArrayEquals(new double[] {1}, network.evaluate(new double[] {2}));
  }

  /** 0.1 is the double next to it, as in all readers of the format. */
  @Test
  void numbersAreTheNearestDoubles() throws NetworkFormatException {
    Network network = read("1,1,1,1\n1,1\n0\n-9\n9\n0,0\n0.1,1\n0.1\n1e-400\n");
    Rational tenth = Rational.ofDouble(0.1);
    assertEquals(
        Rational.ONE,
        network.evaluateExactly(new Rational[] {Rational.ONE})[0],
        "the tenth over the same tenth");
    assertEquals(tenth, network.evaluateExactly(new Rational[] {tenth})[0]);
  }

  @Test
  void otherLineEndsAndBlanksAreRead() throws NetworkFormatException {
    Network network = read(NnetFiles.SMALL);
    for (String text :
        List.of(
            NnetFiles.SMALL.replace("\n", "\r\n"),
            NnetFiles.SMALL.replace(",\n", "\n"),
            NnetFiles.SMALL.replace(",", " ,\t"),
            NnetFiles.SMALL + "\n  \n\n",
            NnetFiles.SMALL.substring(NnetFiles.SMALL.indexOf("2,2,1,2")),
            NnetFiles.SMALL.replace("a small", "\u00e9\u0000, 1, // 5"),
            NnetFiles.SMALL.replace("5.0,0.0,100.0", "+5,-0,.1e3"))) {
      assertEquals(network, read(text), text);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2,2,1,2, | 2,2,1, | Line 3: the numbers of layers, inputs and outputs, and the largest size",
        "2,2,1,2, | 2,2,1,2,9, | but there are 5",
        "2,2,1,2, | 0,2,1,2, | whole numbers from 1 to 999999999, not '0'",
        "2,2,1,2, | 2,-2,1,2, | not '-2'",
        "2,2,1,2, | 2,2.0,1,2, | not '2.0'",
        "2,2,1,2, | 2,2,1,99999999999, | not '99999999999'",
        "2,2,1,2, | 999999999,2,1,2, | Line 3: 999999999 layers do not fit into the file",
        "2,2,1,2, | 3,2,1,2, | Line 4: the sizes of the layers should be 4 numbers, but there are 3",
        "2,2,1,2, | 2,3,1,2, | Line 4: the sizes begin with 2 and end with 1, but",
        "2,2,1,2, | 2,2,2,2, | correct one of them",
        "'2,2,1,\n' | '2,99,1,\n' | Line 4: layers of these sizes have more numbers than the file",
        "'2,2,1,\n' | '2,999999999,1,\n' | more numbers than the file can hold",
        "'2,2,1,\n0,' | '2,2,1,\n1,' | Line 5: a network that mirrors its inputs (flag 1)",
        "'2,2,1,\n0,' | '2,2,1,\n0,0,' | the flag of symmetry should be one number, but there are 2",
        "'0.0,-1.0,' | '0.0,' | Line 6: the inputs' least values should be 2 numbers, but there are 1",
        "'10.0,1.0,' | '10.0,-1.5,' | Line 7: the greatest value of input 1, -1.5, is less than",
        "'5.0,0.0,100.0,' | '5.0,0.0,' | Line 8: the means of the inputs and of the outputs should",
        "'10.0,3.0,4.0,' | '0,3.0,4.0,' | Line 9: the range of input 0 is 0",
        "'10.0,3.0,4.0,' | '10,3.0,0.0,' | the range of the outputs is 0",
        "'10.0,3.0,4.0,' | '10,5e-324,1.0,' | the quotients by the range of input 1, 4.9E-324",
        "'10.0,3.0,4.0,' | '1e-308,3.0,4.0,' | are beyond the range of doubles",
        "'1.0,-1.0,\n0' | '1.0,\n0' | Line 11: the weights of row 1 of layer 1 should be 2 numbers",
        "'1.0,-1.0,\n0' | '1.0,-1.0,7\n0' | but there are 3; export the network again",
        "'1.0,-1.0,\n0' | '1.0,,\n0' | is no decimal number such as -1.5e-02",
        "'1.0,-1.0,\n0' | '1.0,nan,\n0' | among the weights of row 1 of layer 1, 'nan' is no decimal",
        "'1.0,-1.0,\n0' | '1.0,Infinity\n0' | 'Infinity' is no decimal number",
        "'1.0,-1.0,\n0' | '1.0,0x1p3\n0' | '0x1p3' is no decimal number",
        "'1.0,-1.0,\n0' | '1.0,1d\n0' | '1d' is no decimal number",
        "'1.0,-1.0,\n0' | '1.0,1e\n0' | '1e' is no decimal number",
        "'1.0,-1.0,\n0' | '1.0,1e309\n0' | '1e309' is beyond the range of doubles",
        "'1.0,-1.0,\n0' | '1.0 1.0\n0' | but there are 1",
        "'\n0.5,' | '\n0.5,0.5' | Line 13: the bias of row 1 of layer 1 should be one number",
        "'\n0.5,' | '\n// 0.5\n0.5,' | '// 0.5' is no decimal number",
        "'\n0.5,' | '\n\n0.5,' | Line 13: the bias of row 1 of layer 1 should be one number, but",
      })
  void wrongNumbersAreRefused(String from, String to, String message) {
    String found = refused(from, to);
    assertTrue(found.contains(message), found);
  }

  @Test
  void longNumbersAreRefused() {
    String message = refused("0.5", "0." + "5".repeat(2000));
    assertTrue(message.contains("has more than 1000 characters"), message);
    assertTrue(message.length() < 300, message);
  }

  @Test
  void whatFollowsIsRefused() {
    String message = refused(NnetFiles.SMALL + "\n1.0,\n");
    assertTrue(
        message.contains("Line 17: the network ends before it, so '1.0,' does not"), message);
  }

  @Test
  void aFileThatWasCutShortIsRefused() {
    String text = NnetFiles.SMALL;
    int last = text.lastIndexOf("2.5e-01");
    for (int length = text.indexOf("2,2,1,2"); length <= last; length++) {
      refused(text.substring(0, length));
    }
    assertTrue(refused(text.substring(0, last)).contains("Line 15: the file ends where the bias"));
    assertTrue(refused("// nothing else").contains("the file ends where the numbers of layers"));
  }

  /** Whatever the bytes are, the answer is a network or a message. */
  @Test
  void changedBytesGiveANetworkOrAMessage() {
    SplittableRandom random = new SplittableRandom(5);
    byte[] file = NnetFiles.small();
    int read = 0;
    for (int k = 0; k < 20_000; k++) {
      byte[] changed = file.clone();
      for (int j = random.nextInt(3); j >= 0; j--) {
        changed[random.nextInt(file.length)] = (byte) random.nextInt(256);
      }
      try {
        NnetReader.read(changed, Stop.NEVER);
        read++;
      } catch (NetworkFormatException e) {
        assertTrue(e.getMessage().length() < 400, e.getMessage());
      }
    }
    assertTrue(read > 1000 && read < 15_000, "read " + read);
  }

  @Test
  void itCanBeStopped() {
    assertThrows(StoppedException.class, () -> NnetReader.read(NnetFiles.small(), () -> true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"// x", "//\n", "1,1,1,1\n", "1,1,1,1,\r\n", "7 , 5, 5,50,", "1,"})
  void theFormatIsKnownByItsBeginning(String text) {
    assertTrue(NnetReader.isOne(NnetFiles.bytes(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/ /", " // x", "1", "1\n1,1", "1;1", "x,1", "-1,1", "1.0,2", "\n1,1"})
  void otherTextsAreOfNoSuchFormat(String text) {
    assertFalse(NnetReader.isOne(NnetFiles.bytes(text)));
  }

  /** No file has two meanings, whatever an ONNX file begins with. */
  @Test
  void noFileIsOfBothFormats() {
    byte[] onnx = OnnxFiles.corner();
    assertFalse(NnetReader.isOne(onnx));
    assertThrows(NetworkFormatException.class, () -> OnnxReader.read(NnetFiles.small()));
    // a ModelProto may begin with its description: field 6, length 44, and digits up to a line end
    byte[] description = NnetFiles.bytes("2," + "1".repeat(6) + "," + "1".repeat(36) + "\n");
    byte[] both =
        Stream.of(description, onnx)
            .reduce(
                new byte[0],
                (a, b) -> {
                  byte[] joined = Arrays.copyOf(a, a.length + b.length);
                  System.arraycopy(b, 0, joined, a.length, b.length);
                  return joined;
                });
    assertTrue(NnetReader.isOne(both));
    assertThrows(NetworkFormatException.class, () -> NnetReader.read(both, Stop.NEVER));
  }
}
