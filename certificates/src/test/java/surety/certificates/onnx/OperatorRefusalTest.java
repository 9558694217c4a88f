package surety.certificates.onnx;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What networks that people export may not have: each wrong node is named, with the reason. */
class OperatorRefusalTest {
  private static final Proto CONSTANTS =
      new Proto()
          .append(Onnx.initializer(Onnx.longs("zero", 0)))
          .append(Onnx.initializer(Onnx.longs("one", 1)))
          .append(Onnx.initializer(Onnx.longs("two", 2)))
          .append(Onnx.initializer(Onnx.longs("minus", -1)))
          .append(Onnx.initializer(Onnx.longs("both", 1, 1)))
          .append(Onnx.initializer(Onnx.longs("three", 3, 1)))
          .append(Onnx.initializer(Onnx.longs("nothing", 0)))
          .append(Onnx.initializer(Onnx.longs("huge", Long.MAX_VALUE)))
          .append(Onnx.initializer(Onnx.longs("least", Long.MIN_VALUE)))
          .append(Onnx.initializer(Onnx.longs("four", 0, 1, 0, 1)))
          .append(Onnx.initializer(Onnx.longs("more", 65)))
          .append(Onnx.initializer(Onnx.floats("half", Onnx.dims(), 0.5)))
          .append(Onnx.node("o", "Reciprocal", "t3", "third"))
          .append(Onnx.initializer(Onnx.floats("none", Onnx.dims(0))))
          .append(Onnx.initializer(Onnx.floats("f", Onnx.dims(2), 0.5, 3)))
          .append(Onnx.initializer(Onnx.floats("n", Onnx.dims(2), -1, 4)))
          .append(Onnx.initializer(Onnx.floats("z", Onnx.dims(2), 1, 0)))
          .append(Onnx.initializer(Onnx.floats("zeros", Onnx.dims(2), 0, 0)))
          .append(Onnx.initializer(Onnx.floats("t", Onnx.dims(3), 1, 2, 3)))
          .append(Onnx.initializer(Onnx.floats("m", Onnx.dims(2, 2), 1, 2, 3, 4)))
          .append(Onnx.node("k", "Reciprocal", "f", "thirds"))
          .append(Onnx.node("q", "Div", "m, t3", "quotients"))
          .append(Onnx.initializer(Onnx.floats("t3", Onnx.dims(), 3)))
          .append(Onnx.initializer(Onnx.doubles("d", Onnx.dims(), 1e300)));

  private static Arguments wrong(long opset, Proto node, String... fragments) {
    return Arguments.of(opset, node, List.of(fragments));
  }

  private static Arguments wrong(String operator, String inputs, String... fragments) {
    return wrong(18, Onnx.node(operator, inputs), fragments);
  }

  private static Proto constant(String operator, String inputs) {
    return new Proto()
        .append(Onnx.node("n", operator, inputs, "c"))
        .append(Onnx.node("a", "Add", "x, c", "y"));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        wrong("Div", "x, z", "division by zero (element 1 of 'z')"),
        wrong(13, constant("Div", "f, z"), "division by zero"),
        wrong(13, constant("Reciprocal", "z"), "division by zero"),
        wrong(13, constant("Log", "n"), "logarithm of a constant that is not positive"),
        wrong(13, constant("Log", "zeros"), "logarithm of a constant that is not positive"),
        wrong(13, constant("Sqrt", "n"), "root of a constant that is negative"),
        wrong(13, constant("Mul", "d, d"), "beyond the range of double precision"),
        wrong("MatMul", "x, quotients", "element 0 of input 1 'quotients'", "fold constants"),
        wrong("Gemm", "x, quotients", "element 0 of input 1 'quotients'", "fold constants"),
        wrong("PRelu", "x, thirds", "element 1 of input 1 'thirds'", "about 0.33"),
        wrong("Mean", "x, t", "do not broadcast"),
        wrong("Mean", "x, one", "type int64"),
        wrong("Mean", "", "0 inputs"));
  }

  static Stream<Arguments> normalisations() {
    Proto training = Onnx.intAttribute("training_mode", 1);
    Proto spatial = Onnx.intAttribute("spatial", 0);
    Proto offset = Onnx.floatAttribute("epsilon", Float.NaN);
    String all = "x, f, f, f, f";
    return Stream.of(
        wrong("BatchNormalization", "x, f, f, f", "4 inputs"),
        wrong("BatchNormalization", "x, f, f, f, t", "input 4", "[3]", "2 channels"),
        wrong("BatchNormalization", "x, m, f, f, f", "input 1", "[2, 2]"),
        wrong("BatchNormalization", "x, f, f, f, n", "root of a constant that is negative"),
        wrong("BatchNormalization", "x, f, f, x, f", "input 3 'x'", "constant"),
        wrong("BatchNormalization", "x, f, f, f, one", "type int64"),
        wrong(13, Onnx.node("BatchNormalization", all, offset), "epsilon is NaN"),
        wrong(14, Onnx.node("BatchNormalization", all, training), "for inference"),
        wrong(13, batch("y, batch"), "before opset 14 means training"),
        wrong(9, batch("y, , , , saved"), "before opset 14 means training"),
        wrong(7, Onnx.node("BatchNormalization", all, spatial), "spatial = 0"));
  }

  private static Proto batch(String outputs) {
    return Onnx.node("n", "BatchNormalization", "x, f, f, f, f", outputs);
  }

  static Stream<Arguments> powers() {
    return Stream.of(
        wrong("Pow", "f, x", "the exponent depends on the network's input"),
        wrong("Pow", "x, f", "different exponents"),
        wrong("Pow", "x, thirds", "different exponents"),
        wrong("Pow", "x, third", "the exponent is no number of double precision"),
        wrong("Pow", "x, zeros", "the exponent is 0.0", "supported are 1 to 64, 0.5"),
        wrong("Pow", "x, d", "the exponent is 1.0E300"),
        wrong("Pow", "x, huge", "the exponent is 9.2"),
        wrong("Pow", "x, more", "the exponent is 65.0"),
        wrong("Pow", "x, t", "different exponents"),
        wrong("Pow", "x, none", "no elements"),
        wrong(13, constant("Pow", "n, half"), "root of a constant that is negative"),
        wrong(13, constant("Pow", "z, minus"), "division by zero"));
  }

  static Stream<Arguments> scores() {
    Proto groups = Onnx.intAttribute("num_groups", 3);
    Proto none = Onnx.floatAttribute("epsilon", 0);
    Stream<Arguments> ofScores =
        Stream.of("Softmax", "LogSoftmax")
            .flatMap(
                operator ->
                    Stream.of(
                        wrong(operator, "f", "input 0 'f' is constant"),
                        wrong(operator, "x, x", "2 inputs"),
                        wrong(13, axis(operator, 2), "axis 2 is not one of 2"),
                        wrong(13, axis(operator, 0), "of one number along the axis"),
                        wrong(11, axis(operator, -3), "axis -3 is not one of 2")));
    Stream<Arguments> others =
        Stream.of(
            wrong("LayerNormalization", "x", "1 inputs"),
            wrong("LayerNormalization", "x, x", "input 1 'x'", "constant"),
            wrong("LayerNormalization", "x, m", "[2, 2] does not broadcast"),
            wrong("LayerNormalization", "x, f, t", "do not broadcast"),
            wrong(17, Onnx.node("LayerNormalization", "x, f", none), "epsilon is 0"),
            wrong("InstanceNormalization", "x, t, t", "input 1", "must be [2]"),
            wrong("InstanceNormalization", "x, f, x", "input 2 'x'", "constant"),
            wrong(21, Onnx.node("GroupNormalization", "x, f, f", groups), "are not 3 groups"),
            wrong(21, Onnx.node("GroupNormalization", "x, f, f"), "are not 0 groups"),
            wrong("ReduceLogSumExp", "f", "of constants it is not supported"),
            wrong(
                20, Onnx.node("Gelu", "x", text("none ")), "'none '", "neither 'none' nor 'tanh'"),
            wrong(20, Onnx.node("Gelu", "x", Onnx.intAttribute("approximate", 1)), "wrong type"),
            wrong("Gelu", "x, f", "2 inputs"),
            wrong("Celu", "f, f", "2 inputs"),
            wrong(13, alpha("Celu", 0), "alpha is 0.0; it must be positive"),
            wrong(13, alpha("Celu", -1), "alpha is -1.0; it must be positive"),
            wrong("ThresholdedRelu", "x", "it jumps from 0 to alpha"),
            wrong(13, alpha("ThresholdedRelu", -2), "it jumps"));
    return Stream.concat(ofScores, others);
  }

  private static Proto text(String kind) {
    return new Proto().string(1, "approximate").string(4, kind).varint(20, 3);
  }

  private static Proto alpha(String operator, float alpha) {
    return Onnx.node(operator, "x", Onnx.floatAttribute("alpha", alpha));
  }

  private static Proto axis(String operator, long axis) {
    return Onnx.node(operator, "x", Onnx.intAttribute("axis", axis));
  }

  static Stream<Arguments> shapes() {
    Proto axes = Onnx.intsAttribute("axes", 0);
    Proto mirror = new Proto().string(1, "mode").string(4, "mirror").varint(20, 3);
    return Stream.of(
        wrong("Squeeze", "x, one", "axis 1 of the shape [1, 2] has more than one index"),
        wrong("Squeeze", "x, two", "axis 2 is not one of 2"),
        wrong("Squeeze", "x, both", "axis 1 is there twice"),
        wrong("Squeeze", "x, x", "must be a constant tensor of integers"),
        wrong(13, Onnx.node("Squeeze", "x", axes), "an input from then on"),
        wrong(11, Onnx.node("Squeeze", "x", Onnx.intsAttribute("axes")), "an empty list of axes"),
        wrong(11, Onnx.node("Squeeze", "x, zero"), "an attribute before opset 13"),
        wrong("Unsqueeze", "x", "it has no axes"),
        wrong("Unsqueeze", "x, both", "axis 1 is there twice"),
        wrong("Unsqueeze", "x, huge", "is not one of 3"),
        wrong(13, Onnx.node("Unsqueeze", "x", axes), "an input from then on"),
        wrong("Expand", "x, four", "[0, 1, 0, 2] without numbers"),
        wrong("Expand", "m, three", "do not broadcast"),
        wrong("Expand", "x, minus", "negative dimension"),
        wrong("Expand", "x, huge", "too large"),
        wrong("Expand", "x, f", "int64"),
        wrong("Tile", "x, one", "must be 2 numbers"),
        wrong("Tile", "x, four", "must be 2 numbers"),
        wrong("Tile", "x, huge", "must be 2 numbers"),
        wrong("Pad", "x, both", "it has 2 pads", "2 axes"),
        wrong("Pad", "x", "it has no pads"),
        wrong("Pad", "x, four, f", "one number"),
        wrong("Pad", "x, four, x", "one number"),
        wrong("Pad", "x, four, , both", "axis 1 is there twice"),
        wrong("Pad", "x, huge, , zero", "it has 1 pads"),
        wrong(13, Onnx.node("Pad", "x, four", mirror), "the mode 'mirror' is not supported"),
        wrong(13, Onnx.node("Pad", "x", Onnx.intsAttribute("pads", 0, 0, 0, 0)), "an input from"),
        wrong(10, Onnx.node("Pad", "x", Onnx.intsAttribute("pads", 0, -1, 0, -1)), "leave nothing"),
        wrong(
            10,
            Onnx.node("Pad", "x", Onnx.intsAttribute("pads", 0, Long.MIN_VALUE, 0, 0)),
            "leave nothing"),
        wrong(10, pads(0, -2, 0, 2), "pads of -2 and 2 leave nothing of the 2 elements"),
        wrong(10, pads(0, 3, 0, -2), "pads of 3 and -2 leave nothing"),
        wrong(10, pads(0, -3, 0, 5), "pads of -3 and 5 leave nothing"),
        wrong(10, pads(-1, 0, 1, 0), "pads of -1 and 1 leave nothing of the 1 elements"),
        wrong(10, pads(0, Long.MIN_VALUE, 0, Long.MAX_VALUE), "leave nothing"),
        wrong(10, pads(0, Long.MAX_VALUE, 0, -1), "too large for its file"));
  }

  private static Proto pads(long... pads) {
    return Onnx.node("Pad", "x", Onnx.intsAttribute("pads", pads));
  }

  static Stream<Arguments> reductions() {
    return Stream.of("ReduceSum", "ReduceMean", "ReduceMax", "ReduceMin")
        .flatMap(
            operator ->
                Stream.of(
                    wrong(operator, "x, two", "axis 2 is not one of 2"),
                    wrong(operator, "x, both", "axis 1 is there twice"),
                    wrong(operator, "x, f", "int64"),
                    wrong(operator, "x, x", "constant tensor of integers"),
                    wrong(operator, "one, zero", "type int64"),
                    wrong(12, Onnx.node(operator, "x, one"), "an attribute before opset"),
                    wrong(
                        18,
                        Onnx.node(operator, "x", Onnx.intsAttribute("axes", 1)),
                        "an input from then on")));
  }

  private static Arguments flagged(String operator, String inputs, String flag, long value) {
    Proto node = Onnx.node(operator, inputs, Onnx.intAttribute(flag, value));
    return wrong(18, node, "%s is %d, which programs".formatted(flag, value), "must be 0 or 1");
  }

  /** Runtimes take some of these numbers for 1, and some for 0. */
  static Stream<Arguments> flags() {
    return Stream.of(
        flagged("ReduceMean", "x", "noop_with_empty_axes", 3),
        flagged("ReduceL2", "x", "noop_with_empty_axes", 2),
        flagged("ReduceSum", "x", "keepdims", 2),
        flagged("Gemm", "x, m", "transA", -1),
        flagged("Gemm", "x, m", "transB", 2),
        flagged("Trilu", "x", "upper", 2),
        flagged("Reshape", "x, minus", "allowzero", 2),
        flagged("BatchNormalization", "x, f, f, f, f", "training_mode", 2));
  }

  private static Proto reshape(String operator, String inputs, Proto... attributes) {
    return new Proto()
        .append(Onnx.node("n", operator, inputs, "c", attributes))
        .append(Onnx.node("a", "Reshape", "x, c", "y"));
  }

  static Stream<Arguments> integers() {
    Proto toInteger = Onnx.intAttribute("to", Onnx.INT64);
    Proto toSmall = Onnx.intAttribute("to", Onnx.INT32);
    return Stream.of(
        wrong(13, Onnx.node("Cast", "x", toInteger), "type int64", "jumps", "shapes only"),
        wrong(13, Onnx.node("Cast", "x", Onnx.intAttribute("to", 9)), "type bool", "jumps"),
        wrong(13, Onnx.node("Cast", "x", Onnx.intAttribute("to", 10)), "float16"),
        wrong(13, Onnx.node("Cast", "x", Onnx.intAttribute("to", 77)), "unknown type"),
        wrong(13, Onnx.node("Cast", "x"), "type undefined"),
        wrong(13, reshape("Cast", "d", toInteger), "beyond the range of integers"),
        wrong(13, reshape("Cast", "huge", toSmall), "beyond the range of 32 bits"),
        wrong(13, reshape("Cast", "thirds", toInteger), "no number of double precision"),
        wrong(13, reshape("Add", "huge, one"), "32 bits"),
        wrong(13, reshape("Mul", "huge, two"), "32 bits"),
        wrong(13, reshape("Sub", "least, one"), "32 bits"),
        wrong(13, reshape("Div", "one, zero"), "divide by zero"),
        wrong(13, reshape("Div", "least, minus"), "32 bits"),
        wrong(13, reshape("Range", "zero, huge, one"), "too large for its file"),
        wrong(13, reshape("Range", "zero, one, zero"), "a step of 0"),
        wrong(13, reshape("Range", "least, huge, one"), "32 bits"),
        wrong(13, reshape("Range", "zero, least, least"), "32 bits"),
        wrong(13, reshape("Neg", "least"), "32 bits"),
        wrong(13, reshape("Range", "both, huge, one"), "input 0 must be one integer"),
        wrong(13, reshape("Range", "f, huge, one"), "int64"),
        wrong(13, reshape("ConstantOfShape", "minus"), "negative dimension"),
        wrong(13, reshape("ConstantOfShape", "huge"), "too large"),
        wrong(13, reshape("ConstantOfShape", "two"), "integers"),
        wrong(13, reshape("ConstantOfShape", "nothing"), "[0] without numbers"),
        wrong(
            13,
            reshape("ConstantOfShape", "two", Onnx.tensorAttribute("value", Onnx.longs("", 1, 2))),
            "not one element"),
        wrong(13, reshape("Where", "x, one, two"), "constant tensor of integers"),
        wrong(13, reshape("Where", "one, two, f"), "integers and real numbers"),
        wrong(13, reshape("Equal", "x, one"), "only of constants"),
        wrong(13, Onnx.node("Shape", "x"), "a constant is no network"));
  }

  static Stream<Arguments> all() {
    return Stream.of(
            numbers(),
            normalisations(),
            powers(),
            scores(),
            shapes(),
            reductions(),
            flags(),
            integers())
        .flatMap(each -> each);
  }

  @ParameterizedTest
  @MethodSource("all")
  void isOneLineThatNamesTheThing(long opset, Proto node, List<String> fragments) {
    byte[] file = Onnx.network(opset, 2, CONSTANTS, node);
    String message = Refusal.of(file);
    fragments.forEach(fragment -> assertTrue(message.contains(fragment), message));
    assertFalse(message.contains("\n"), message);
  }
}
