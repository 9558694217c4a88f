package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Nodes that put values of a {@link TwinGraph} together and take them apart. */
final class RandomParts {

  private final TwinGraph twin;

  RandomParts(TwinGraph twin) {
    this.twin = twin;
  }

  void concatenation() {
    String first = twin.any();
    int[] dims = twin.values.get(first);
    if (dims.length == 0) {
      return;
    }
    int axis = twin.random.nextInt(dims.length);
    List<String> parts = new ArrayList<>(List.of(first));
    for (int i = twin.random.nextInt(3); i > 0; i--) {
      String next = twin.any();
      int[] other = twin.values.get(next).clone();
      if (other.length == dims.length) {
        other[axis] = dims[axis];
        if (Arrays.equals(other, dims)) {
          parts.add(next);
        }
      }
    }
    int size = parts.stream().mapToInt(part -> NaiveTensor.size(twin.values.get(part))).sum();
    if (size <= TwinGraph.LARGEST) {
      concat(parts, List.of(twin.constants.name()), axis);
    }
  }

  /** A Concat, sometimes with a constant among the parts. */
  void concat(List<String> parts, List<String> output, int axis) {
    int[] dims = twin.values.get(parts.get(0)).clone();
    dims[axis] = twin.random.nextInt(1, 3);
    NaiveTensor c = twin.tensor(dims);
    int place = twin.random.nextInt(4);
    List<String> written = new ArrayList<>(parts);
    if (place <= parts.size()) {
      written.add(place, twin.constants.store(c));
    }
    boolean fromTheEnd = twin.opset >= 11 && twin.random.nextBoolean();
    twin.graph.append(
        Onnx.node(
            "",
            "Concat",
            String.join(",", written),
            output.get(0),
            Onnx.intAttribute("axis", fromTheEnd ? axis - dims.length : axis)));
    twin.step(
        parts,
        output,
        (v, m) -> {
          List<NaiveTensor> all = new ArrayList<>(v);
          if (place <= v.size()) {
            all.add(place, TwinGraph.sign(c, m));
          }
          return List.of(all.stream().reduce((a, b) -> a.followedBy(b, axis)).orElseThrow());
        });
  }

  void split() {
    String x = twin.any();
    int[] dims = twin.values.get(x);
    if (dims.length == 0) {
      return;
    }
    int axis = twin.random.nextInt(dims.length);
    int outputs = twin.random.nextInt(1, Math.min(3, dims[axis]) + 1);
    int[] cuts = new int[outputs + 1];
    cuts[outputs] = dims[axis];
    boolean equal = dims[axis] % outputs == 0 && twin.random.nextBoolean();
    for (int i = 1; i < outputs; i++) {
      cuts[i] =
          equal
              ? dims[axis] / outputs * i
              : twin.random.nextInt(cuts[i - 1] + 1, dims[axis] - outputs + i + 1);
    }
    List<Proto> attributes = new ArrayList<>();
    if (axis > 0 || twin.random.nextBoolean()) {
      attributes.add(
          Onnx.intAttribute("axis", twin.random.nextBoolean() ? axis - dims.length : axis));
    }
    String lengths = "";
    long[] written = new long[outputs];
    Arrays.setAll(written, i -> cuts[i + 1] - cuts[i]);
    if (!equal && twin.opset < 13) {
      attributes.add(Onnx.intsAttribute("split", written));
    } else if (!equal) {
      lengths = "," + twin.constants.store(written);
    } else if (twin.opset >= 18) {
      attributes.add(Onnx.intAttribute("num_outputs", outputs));
    }
    List<String> names = IntStream.range(0, outputs).mapToObj(i -> twin.constants.name()).toList();
    twin.graph.append(
        Onnx.node(
            "", "Split", x + lengths, String.join(",", names), attributes.toArray(Proto[]::new)));
    twin.step(
        List.of(x),
        names,
        (v, m) ->
            IntStream.range(0, outputs)
                .mapToObj(
                    i -> v.get(0).picked(axis, IntStream.range(cuts[i], cuts[i + 1]).toArray()))
                .toList());
  }

  void slice() {
    String x = twin.any();
    int[] dims = twin.values.get(x);
    if (dims.length == 0) {
      return;
    }
    int axis = twin.random.nextInt(dims.length);
    int dim = dims[axis];
    int step =
        twin.opset < 10
            ? 1
            : twin.random.nextInt(5) < 3 ? twin.random.nextInt(1, 3) : -1 - twin.random.nextInt(2);
    int from = twin.random.nextInt(dim);
    int[] indices = IntStream.iterate(from, i -> i >= 0 && i < dim, i -> i + step).toArray();
    indices = Arrays.copyOf(indices, twin.random.nextInt(1, indices.length + 1));
    long end = (long) indices[indices.length - 1] + Integer.signum(step);
    long start = twin.random.nextBoolean() ? from : from - dim;
    if (end < 0) {
      end = twin.random.nextBoolean() ? -dim - 1 : -1000;
    } else if (end == dim) {
      end = twin.random.nextBoolean() ? dim : Integer.MAX_VALUE;
    } else if (twin.random.nextBoolean()) {
      end -= dim;
    }
    int[] picked = indices;
    TwinGraph.Rule rule = (v, m) -> List.of(v.get(0).picked(axis, picked));
    if (twin.opset < 10) {
      String output = twin.constants.name();
      twin.graph.append(
          Onnx.node(
              "",
              "Slice",
              x,
              output,
              Onnx.intsAttribute("starts", start),
              Onnx.intsAttribute("ends", end),
              Onnx.intsAttribute("axes", axis)));
      twin.step(List.of(x), List.of(output), rule);
      return;
    }
    String inputs = twin.constants.store(start) + "," + twin.constants.store(end);
    if (axis > 0 || step != 1) {
      inputs +=
          ","
              + (axis == 0 && twin.random.nextBoolean()
                  ? ""
                  : twin.constants.store(twin.opset < 11 ? axis : axis - dims.length));
    }
    if (step != 1) {
      inputs += "," + twin.constants.store(step);
    }
    twin.append("Slice", x, inputs, (v, m) -> v.picked(axis, picked));
  }

  void gather() {
    String x = twin.any();
    int[] dims = twin.values.get(x);
    if (dims.length == 0) {
      return;
    }
    int axis = twin.random.nextInt(dims.length);
    int[] indices = twin.random.ints(twin.random.nextInt(1, 4), 0, dims[axis]).toArray();
    if (NaiveTensor.size(dims) / dims[axis] * indices.length > TwinGraph.LARGEST) {
      return;
    }
    long[] written =
        Arrays.stream(indices)
            .mapToLong(i -> twin.opset >= 11 && twin.random.nextBoolean() ? i - dims[axis] : i)
            .toArray();
    twin.append(
        "Gather",
        x,
        twin.constants.store(written),
        (v, m) -> v.picked(axis, indices),
        Onnx.intAttribute("axis", axis));
  }
}
