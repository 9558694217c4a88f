package surety.certificates.onnx;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything in a network file that names a size, each with a file that names too much. */
public final class HostileNetworks {
  private static final int MANY = 20_000;
  private static final long HUGE = 1L << 40;

  private HostileNetworks() {}

  /** By what names the size. */
  public static Map<String, Supplier<byte[]>> all() {
    Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
    files.put("the dimensions of the input", () -> file(1 << 30, Onnx.node("Relu", "x")));
    files.put("the dimensions of a tensor", HostileNetworks::tensor);
    files.put("the number of dimensions", HostileNetworks::dimensions);
    files.put("broadcasting", HostileNetworks::broadcasting);
    files.put("the target of Reshape", () -> shaped("Reshape", HUGE, -1));
    files.put("the target of Expand", () -> shaped("Expand", HUGE, 1));
    files.put("the product of the target of Expand", () -> shaped("Expand", 1 << 30, 1 << 30));
    files.put("the repetitions of Tile", () -> shaped("Tile", HUGE, 1));
    files.put("the amounts of Pad", () -> shaped("Pad", 0, HUGE, 0, HUGE));
    files.put("the shape of ConstantOfShape", HostileNetworks::constantOfShape);
    files.put("the limit of Range", () -> range(HUGE, 1));
    files.put("the step of Range", () -> range(1L << 62, 2));
    files.put("the steps of Slice", HostileNetworks::slice);
    files.put("the indices of Gather", HostileNetworks::gather);
    files.put("an axis of a tensor without elements", HostileNetworks::withoutElements);
    files.put("nodes", HostileNetworks::nodes);
    files.put("missing operators", HostileNetworks::missing);
    files.put("names", HostileNetworks::names);
    files.put("attributes", HostileNetworks::attributes);
    files.put("messages in messages", HostileNetworks::nested);
    files.put("inputs of a node", () -> file(1, Onnx.node("Max", "x, ".repeat(MANY) + "x")));
    files.put("outputs of a node", HostileNetworks::outputs);
    files.put("a number that never ends", () -> filled(1 << 16, 0xff));
    return files;
  }

  private static byte[] file(int inputs, Proto... fields) {
    return Onnx.network(inputs, fields);
  }

  private static byte[] filled(int count, int value) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private static byte[] tensor() {
    Proto w = Onnx.header("w", Onnx.FLOAT, 1L << 31, 1L << 31).bytes(9, new byte[16]);
    return file(1, Onnx.initializer(w), Onnx.node("MatMul", "x, w"));
  }

  private static byte[] dimensions() {
    long[] dims = new long[MANY];
    Arrays.fill(dims, 1);
    return file(1, Onnx.initializer(Onnx.floats("w", dims, 1)), Onnx.node("Add", "x, w"));
  }

  private static byte[] broadcasting() {
    Proto column = Onnx.initializer(Onnx.floats("w", Onnx.dims(MANY, 1), new double[MANY]));
    return file(MANY, column, Onnx.node("Add", "x, w"));
  }

  private static byte[] shaped(String operator, long... numbers) {
    return file(1, Onnx.initializer(Onnx.longs("w", numbers)), Onnx.node(operator, "x, w"));
  }

  private static byte[] constantOfShape() {
    return file(
        1,
        Onnx.initializer(Onnx.longs("w", HUGE)),
        Onnx.node("c", "ConstantOfShape", "w", "c"),
        Onnx.node("Gather", "x, c"));
  }

  private static Proto scalar(String name, long value) {
    return Onnx.node(name, "Constant", "", name, Onnx.intAttribute("value_int", value));
  }

  private static byte[] range(long limit, long step) {
    return file(
        1,
        scalar("a", 0),
        scalar("b", limit),
        scalar("d", step),
        Onnx.node("r", "Range", "a, b, d", "r"),
        Onnx.node("Gather", "x, r"));
  }

  private static byte[] slice() {
    return file(
        1,
        Onnx.initializer(Onnx.longs("s", Long.MIN_VALUE)),
        Onnx.initializer(Onnx.longs("e", Long.MAX_VALUE)),
        Onnx.initializer(Onnx.longs("a", 1)),
        Onnx.initializer(Onnx.longs("t", Long.MIN_VALUE)),
        Onnx.node("Slice", "x, s, e, a, t"));
  }

  private static byte[] gather() {
    Proto graph = new Proto().append(Onnx.initializer(Onnx.longs("w", new long[2_000])));
    String value = "x";
    for (int i = 0; i < 10; i++) {
      graph.append(Onnx.node("", "Gather", value + ", w", "v" + i, Onnx.intAttribute("axis", i)));
      value = "v" + i;
    }
    return file(1, graph, Onnx.node("Relu", value));
  }

  private static byte[] withoutElements() {
    return file(
        1,
        Onnx.initializer(Onnx.header("w", Onnx.INT64, Integer.MAX_VALUE, 0)),
        Onnx.initializer(Onnx.longs("i", 0)),
        Onnx.node("g", "Transpose", "w", "t"),
        Onnx.node("g", "Gather", "t, i", "g", Onnx.intAttribute("axis", 1)),
        Onnx.node("Gather", "x, g"));
  }

  private static byte[] nodes() {
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < MANY; i++) {
      graph.append(Onnx.node("", i % 2 == 0 ? "Relu" : "Neg", value, "v" + i));
      value = "v" + i;
    }
    return file(1, graph, Onnx.node("Relu", value));
  }

  private static byte[] missing() {
    Proto graph = new Proto();
    String value = "x";
    for (int i = 0; i < MANY; i++) {
      graph.append(Onnx.node("", "Missing" + i, value, "v" + i));
      value = "v" + i;
    }
    return file(1, graph, Onnx.node("Relu", value));
  }

  private static byte[] names() {
    String name = "n".repeat(1 << 20);
    return file(1, Onnx.node(name, "Relu" + name, "x", "y"));
  }

  private static byte[] attributes() {
    Proto[] attributes = new Proto[MANY];
    Arrays.setAll(attributes, i -> Onnx.intAttribute("a" + i, i));
    return file(1, Onnx.node("Relu", "x", attributes));
  }

  private static byte[] nested() {
    byte[] message = new byte[0];
    for (int i = 0; i < 2_000; i++) {
      message = new Proto().bytes(6, message).toBytes();
    }
    return new Proto().bytes(7, message).toBytes();
  }

  private static byte[] outputs() {
    String all = IntStream.range(0, MANY).mapToObj(i -> "v" + i).collect(Collectors.joining(", "));
    return file(1, Onnx.node("n", "Split", "x", all), Onnx.node("Sum", all));
  }
}
