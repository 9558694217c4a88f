package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import surety.certificates.stop.Stop;

class ExternalDataTest {
  private static final byte[] WEIGHTS = OnnxFiles.data(9, 2, -3, 9);
  private static final byte[] BIASES = OnnxFiles.data(0.5f);
  private static final Map<String, byte[]> FILES = Map.of("w", WEIGHTS, "b", BIASES);

  private static double[] at11(byte[] file, Map<String, byte[]> files)
      throws NetworkFormatException {
    return OnnxReader.read(file, files, Stop.NEVER).evaluate(new double[] {1, 1});
  }

  private static String refused(byte[] file, Map<String, byte[]> files) {
    return assertThrows(
            NetworkFormatException.class, () -> OnnxReader.read(file, files, Stop.NEVER))
        .getMessage();
  }

  /** A network of one weight, of two elements, in a file. */
  private static byte[] network(String... entries) {
    return network(Onnx.external("w", Onnx.dims(2, 1), entries));
  }

  private static byte[] network(Proto weights) {
    return Onnx.network(2, Onnx.initializer(weights), Onnx.node("MatMul", "x, w"));
  }

  @Test
  void weightsComeFromTheFilesBesideTheModel() throws NetworkFormatException {
    byte[] file = OnnxFiles.external("w", "b");
    assertEquals(Set.of("w", "b"), OnnxReader.dataFiles(file));
    assertArrayEquals(new double[] {-0.5}, at11(file, FILES));
  }

  @Test
  void withoutALengthAllThatFollowsIsMeant() throws NetworkFormatException {
    byte[] file = network("location", "w", "offset", "8", "checksum", "?");
    assertArrayEquals(new double[] {6}, at11(file, FILES));
  }

  @Test
  void constantNodesKeepTheirDataThereToo() throws NetworkFormatException {
    byte[] file =
        Onnx.network(
            2,
            Onnx.node(
                "c",
                "Constant",
                "",
                "v",
                Onnx.tensorAttribute(
                    "value", Onnx.external("", Onnx.dims(2, 1), "location", "w", "length", "8"))),
            Onnx.node("MatMul", "x, v"));
    assertEquals(Set.of("w"), OnnxReader.dataFiles(file));
    assertArrayEquals(new double[] {11}, at11(file, FILES));
  }

  /** Data that no number of the output needs does no harm, as inside the model. */
  @Test
  void whatNobodyNeedsIsNamedAndNotRead() throws NetworkFormatException {
    byte[] file =
        Onnx.network(
            2,
            Onnx.initializer(Onnx.floats("w", Onnx.dims(2, 1), 1, 1)),
            Onnx.initializer(Onnx.external("v", Onnx.dims(7), "location", "v")),
            Onnx.node("MatMul", "x, w"));
    assertEquals(Set.of("v"), OnnxReader.dataFiles(file));
    assertArrayEquals(new double[] {2}, at11(file, Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", ".", "..", "../w", "a/w", "/w", "/", "a\\w", "..\\w", "c:w", "C:\\w", "w\u0000", "w\n"
      })
  void onlyPlainNamesAreRead(String name) throws NetworkFormatException {
    byte[] file = network("location", name, "length", "8");
    assertEquals(Set.of(), OnnxReader.dataFiles(file));
    String message = refused(file, Map.of(name, WEIGHTS));
    assertTrue(message.startsWith("Tensor 'w': its data is in another file, '"), message);
    assertTrue(!message.contains("\n") && message.contains("save_as_external_data"), message);
  }

  @Test
  void namesAreNotTooLong() {
    ExternalData data =
        new ExternalData("w".repeat(256), OptionalLong.empty(), OptionalLong.empty());
    assertEquals(Optional.empty(), data.plainName());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "17 | 8 | its data are 8 bytes from byte 17 of the file 'w', which has 16",
        "9 | 8 | its data are 8 bytes from byte 9 of the file 'w', which has 16",
        "0 | 17 | its data are 17 bytes from byte 0",
        "4294967296 | 8 | from byte 4294967296",
        "999999999999999999 | 999999999999999999 | its data are 999999999999999999 bytes",
        "0 | 4 | its shape [2, 1] needs 2 elements, but the file has 1",
        "0 | 0 | its shape [2, 1] needs 2 elements, but the file has 0",
        "-1 | 8 | offset of external data is no number but '-1'",
        "1e1 | 8 | offset of external data is no number but '1e1'",
        "'' | 8 | offset of external data is no number but ''",
        "0 | 8 bytes | length of external data is no number but '8 bytes'",
        "9999999999999999999 | 8 | is no number",
      })
  void onlyWhatIsThereIsRead(String offset, String length, String message) {
    String found = refused(network("location", "w", "offset", offset, "length", length), FILES);
    assertTrue(found.contains(message), found);
  }

  @Test
  void aMissingFileIsNamed() {
    String message = refused(network("location", "v"), FILES);
    assertEquals(
        "Tensor 'w': its data is in the file 'v', which is not given; put it beside the model",
        message);
  }

  @Test
  void dataIsInOnePlaceOnly() {
    Proto both =
        Onnx.floats("w", Onnx.dims(2, 1), 1, 1)
            .message(13, new Proto().string(1, "location").string(2, "w"));
    assertTrue(refused(network(both), FILES).contains("both inside the model and in another file"));
    Proto typed = Onnx.external("w", Onnx.dims(2, 1), "location", "w", "length", "0");
    typed.float32(4, 1).float32(4, 1);
    assertTrue(refused(network(typed), FILES).contains("both inside"));
  }

  @Test
  void aKeyHasOneMeaning() {
    String message = refused(network("location", "w", "location", "b"), FILES);
    assertTrue(message.contains("'location' of external data is given twice"), message);
  }

  /** A small model may not make much of a large file than that has numbers. */
  @Test
  void whatIsDeclaredMustBeThere() {
    Proto huge = Onnx.external("w", Onnx.dims(2, 1 << 29), "location", "w");
    assertTrue(refused(network(huge), FILES).contains("needs 1073741824 elements"));
  }
}
