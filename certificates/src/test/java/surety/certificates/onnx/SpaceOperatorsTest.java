package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpaceOperatorsTest {
  private static final Proto TWO = Onnx.intAttribute("blocksize", 2);

  private static byte[] file(long opset, long[] dims, String operator, Proto... attributes) {
    return Pictures.file(opset, dims, Onnx.node(operator, "x", attributes));
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 10, 11, 13, 22})
  void theyAreWhatOnnxRuntimeComputes(long opset) throws Exception {
    long[] deep = {1, 8, 2, 3};
    long[] wide = {1, 3, 4, 6};
    OnnxRuntime.assertAgrees(file(opset, deep, "DepthToSpace", TWO), opset, deep);
    OnnxRuntime.assertAgrees(file(opset, wide, "SpaceToDepth", TWO), opset, wide);
    if (opset >= 11) {
      for (String mode : List.of("DCR", "CRD")) {
        byte[] file = file(opset, deep, "DepthToSpace", TWO, Pictures.text("mode", mode));
        OnnxRuntime.assertAgrees(file, opset, deep);
      }
    }
  }

  @Test
  void channelsBecomeSquares() throws NetworkFormatException {
    long[] dims = {1, 8, 1, 2};
    assertEquals(
        List.of(0, 4, 1, 5, 8, 12, 9, 13, 2, 6, 3, 7, 10, 14, 11, 15),
        Pictures.picked(file(13, dims, "DepthToSpace", TWO)));
    assertEquals(
        List.of(0, 2, 1, 3, 4, 6, 5, 7, 8, 10, 9, 11, 12, 14, 13, 15),
        Pictures.picked(file(13, dims, "DepthToSpace", TWO, Pictures.text("mode", "CRD"))));
  }

  /** One is the other's inverse. */
  @Test
  void thereAndBack() throws NetworkFormatException {
    byte[] file =
        Pictures.file(
            13,
            new long[] {1, 8, 3, 5},
            Onnx.node("a", "DepthToSpace", "x", "d", TWO),
            Onnx.node("SpaceToDepth", "d", TWO));
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      all.add(i);
    }
    assertEquals(all, Pictures.picked(file));
  }

  private static Arguments wrong(
      long opset, long[] dims, String operator, String fragment, Proto... attributes) {
    return Arguments.of(file(opset, dims, operator, attributes), fragment);
  }

  static Stream<Arguments> allWrong() {
    long[] dims = {1, 4, 2, 2};
    return Stream.of("DepthToSpace", "SpaceToDepth")
        .flatMap(
            operator ->
                Stream.of(
                    wrong(13, dims, operator, "blocksize is 0"),
                    wrong(13, dims, operator, "is -2", Onnx.intAttribute("blocksize", -2)),
                    wrong(13, dims, operator, "small", Onnx.intAttribute("blocksize", 1L << 32)),
                    wrong(13, dims, operator, " 3", Onnx.intAttribute("blocksize", 3)),
                    wrong(13, dims, operator, "wrong type", Onnx.floatAttribute("blocksize", 2)),
                    wrong(13, new long[] {1, 4, 4}, operator, "the shape [1, 4, 4]", TWO),
                    wrong(13, new long[] {1, 2, 3, 3}, operator, " 2", TWO)));
  }

  static Stream<Arguments> wrongModes() {
    long[] dims = {1, 4, 2, 2};
    Proto deep = Pictures.text("mode", "CRD");
    return Stream.of(
        wrong(13, dims, "DepthToSpace", "'RCD'", TWO, Pictures.text("mode", "RCD")),
        wrong(10, dims, "DepthToSpace", "from opset 11 on", TWO, deep),
        wrong(13, dims, "SpaceToDepth", "'mode'", TWO, deep));
  }

  @ParameterizedTest
  @MethodSource({"allWrong", "wrongModes"})
  void whatIsWrongIsRefused(byte[] file, String fragment) {
    String message = Refusal.of(file);
    assertTrue(message.contains(fragment), message);
  }

  static Stream<Arguments> pads() {
    return Stream.of(7L, 11L, 13L, 18L, 19L, 22L)
        .flatMap(
            opset ->
                Stream.of("constant", "reflect", "edge", "wrap")
                    .filter(mode -> opset >= 19 || !mode.equals("wrap"))
                    .map(mode -> Arguments.of(opset, mode)));
  }

  private static byte[] padded(long opset, String mode, long... pads) {
    long[] dims = {1, 2, 3, 4};
    Proto text = Pictures.text("mode", mode);
    return opset < 11
        ? file(opset, dims, "Pad", text, Onnx.intsAttribute("pads", pads))
        : Pictures.file(opset, dims, Pictures.longs("p", pads), Onnx.node("Pad", "x, p", text));
  }

  @ParameterizedTest
  @MethodSource("pads")
  void padsAreThoseOfOnnxRuntime(long opset, String mode) throws Exception {
    OnnxRuntime.assertAgrees(padded(opset, mode, 0, 0, 2, 1, 0, 0, 1, 3), opset, 1, 2, 3, 4);
    OnnxRuntime.assertAgrees(padded(opset, mode, 0, 1, 0, 3, 0, 1, 2, 0), opset, 1, 2, 3, 4);
  }

  private static List<Integer> line(String mode, long before, long after) throws Exception {
    return Pictures.picked(
        Pictures.file(
            19,
            new long[] {1, 3},
            Pictures.longs("p", 0, before, 0, after),
            Onnx.node("Pad", "x, p", Pictures.text("mode", mode))));
  }

  @Test
  void axesGoOn() throws Exception {
    assertEquals(List.of(2, 1, 0, 1, 2, 1, 0), line("reflect", 2, 2));
    assertEquals(List.of(0, 0, 0, 1, 2, 2), line("edge", 2, 1));
    assertEquals(List.of(2, 0, 1, 2, 0, 1, 2, 0), line("wrap", 1, 4));
  }

  @Test
  void wrongPadsAreRefused() {
    Arguments[] wrong = {
      Arguments.of(18L, "wrap", 1L, "the mode 'wrap' is not supported"),
      Arguments.of(19L, "mirror", 1L, "the mode 'mirror'"),
      Arguments.of(13L, "reflect", 3L, "pads of 3 and 0 of 3 elements"),
      Arguments.of(13L, "reflect", -1L, "pads of -1 and 0"),
      Arguments.of(13L, "edge", -1L, "pads of -1 and 0"),
      Arguments.of(13L, "edge", Long.MAX_VALUE, "of 3 elements are not supported"),
      Arguments.of(13L, "edge", (long) Integer.MAX_VALUE, "too large for its file")
    };
    for (Arguments each : wrong) {
      Object[] given = each.get();
      byte[] file =
          padded((long) given[0], (String) given[1], 0, 0, (long) given[2], 0, 0, 0, 0, 0);
      String message = Refusal.of(file);
      assertTrue(message.contains((String) given[3]), Arrays.toString(given) + message);
    }
  }
}
