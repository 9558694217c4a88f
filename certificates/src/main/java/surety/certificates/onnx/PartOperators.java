package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import surety.certificates.onnx.OnnxModel.Attribute;

/** The rules of the operators that take parts of a tensor. */
final class PartOperators {

  private static final long SPLIT_TAKES_INPUTS = 13;
  private static final long SPLIT_COUNTS_OUTPUTS = 18;
  private static final long SLICE_TAKES_INPUTS = 10;
  private static final long PAD_TAKES_INPUTS = 11;
  private static final long GATHER_COUNTS_FROM_THE_END = 11;

  private PartOperators() {}

  /** All outputs: an axis cut into parts of given or of equal lengths. */
  static List<Value> split(Invocation call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    int axis = call.axis(call.intAttribute("axis", 0), input.shape().rank());
    long[] lengths = lengths(call, input.shape().dim(axis));
    List<Value> parts = new ArrayList<>();
    int from = 0;
    for (long length : lengths) {
      int to = from + (int) length;
      parts.add(picked(call, input, axis, IntStream.range(from, to).toArray()));
      from = to;
    }
    return parts;
  }

  /** The lengths of the parts of an axis: as many as outputs, each at least 1. */
  private static long[] lengths(Invocation call, int whole) throws NetworkFormatException {
    int outputs = call.node().outputs().size();
    Optional<long[]> given = call.list("split", 1, SPLIT_TAKES_INPUTS);
    boolean counted = call.node().attributes().containsKey("num_outputs");
    if (counted && call.context().opset() < SPLIT_COUNTS_OUTPUTS) {
      throw call.error(
          "num_outputs is an attribute from opset %d on".formatted(SPLIT_COUNTS_OUTPUTS));
    }
    if (counted && given.isPresent()) {
      throw call.error("it has the lengths of the parts or num_outputs, but not both");
    }
    if (given.isEmpty()) {
      return equalLengths(call, whole, outputs);
    }
    long[] lengths = given.get();
    if (lengths.length != outputs) {
      throw call.error("it has %d outputs, but %d lengths".formatted(outputs, lengths.length));
    }
    long left = whole;
    for (long length : lengths) {
      left = length < 1 || length > left ? -1 : left - length;
      if (left < 0) {
        break;
      }
    }
    if (left != 0) {
      throw call.error(
          "the lengths %s of the parts must be at least 1 and add up to %d"
              .formatted(brief(lengths), whole));
    }
    return lengths;
  }

  /** Equal lengths; with num_outputs the last part may be shorter. */
  private static long[] equalLengths(Invocation call, int whole, int outputs)
      throws NetworkFormatException {
    boolean counted = call.context().opset() >= SPLIT_COUNTS_OUTPUTS;
    long count = call.intAttribute("num_outputs", counted ? -1 : outputs);
    if (count != outputs) {
      throw call.error(
          count == -1
              ? "it has neither the lengths of the parts nor num_outputs"
              : "it has %d outputs, but num_outputs is %d".formatted(outputs, count));
    }
    int length = (whole + outputs - 1) / outputs;
    long last = whole - (outputs - 1L) * length;
    if (last < 1 || (last != length && !counted)) {
      throw call.error("%d elements cannot be split into %d parts".formatted(whole, outputs));
    }
    long[] lengths = new long[outputs];
    Arrays.fill(lengths, length);
    lengths[outputs - 1] = last;
    return lengths;
  }

  /** Every so many elements of some axes, from a start to an end, forwards or backwards. */
  static Value slice(Invocation call) throws NetworkFormatException {
    boolean asInputs = call.context().opset() >= SLICE_TAKES_INPUTS;
    if (asInputs == call.attribute("starts", OnnxModel.Attribute.INTS).isPresent()
        || asInputs == (call.inputs().size() < 3)) {
      throw call.error(
          "starts and ends are attributes before opset %d and inputs from then on"
              .formatted(SLICE_TAKES_INPUTS));
    }
    Value.Tensor input = call.tensor(0);
    int rank = input.shape().rank();
    long[] starts = asInputs ? call.vector(1) : call.intsAttribute("starts").orElseThrow();
    long[] ends =
        asInputs ? call.vector(2) : call.intsAttribute("ends").orElseThrow(() -> noEnds(call));
    Optional<long[]> given = asInputs ? optional(call, 3) : call.intsAttribute("axes");
    long[] axes = given.orElse(IntStream.range(0, starts.length).asLongStream().toArray());
    long[] ones = new long[starts.length];
    Arrays.fill(ones, 1);
    long[] steps = (asInputs ? optional(call, 4) : Optional.<long[]>empty()).orElse(ones);
    if (ends.length != starts.length
        || axes.length != starts.length
        || steps.length != starts.length) {
      throw call.error(
          "its starts, ends, axes and steps must be equally many, not %d, %d, %d and %d"
              .formatted(starts.length, ends.length, axes.length, steps.length));
    }
    call.axes(axes, rank);
    List<int[]> indices = new ArrayList<>(input.shape().indices());
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(axes[i], rank);
      indices.set(axis, indices(call, input.shape().dim(axis), starts[i], ends[i], steps[i]));
    }
    return call.picked(input, indices);
  }

  private static NetworkFormatException noEnds(Invocation call) {
    return call.error("it has no ends; export the network again");
  }

  /** What {@code start:end:step} takes of an axis, by NumPy's rules. */
  private static int[] indices(Invocation call, int dim, long start, long end, long step)
      throws NetworkFormatException {
    if (step == 0) {
      throw call.error("a step of 0 leads nowhere");
    }
    boolean forwards = step > 0;
    long lowest = forwards ? 0 : -1;
    long from = Math.max(start < 0 ? start + dim : start, lowest);
    long to = Math.max(end < 0 ? end + dim : end, lowest);
    from = Math.min(from, forwards ? dim : dim - 1L);
    to = Math.min(to, forwards ? dim : dim - 1L);
    if (forwards ? from >= to : from <= to) {
      throw call.error(
          "from %d to %d in steps of %d it takes nothing of %d elements"
              .formatted(start, end, step, dim));
    }
    // A step beyond the axis takes one element, as the shortest such step does.
    long stride = Math.max(-dim, Math.min(dim, step));
    long first = from;
    long count = (Math.abs(to - from) - 1) / Math.abs(stride) + 1;
    return LongStream.range(0, count).mapToInt(i -> (int) (first + i * stride)).toArray();
  }

  /** Elements of an axis at constant indices. */
  static Value gather(Invocation call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    int axis = call.axis(call.intAttribute("axis", 0), shape.rank());
    int dim = shape.dim(axis);
    Integers given = call.integers(1);
    long[] values = given.values();
    int[] indices = new int[values.length];
    boolean negative = call.context().opset() >= GATHER_COUNTS_FROM_THE_END;
    for (int i = 0; i < indices.length; i++) {
      if (values[i] < (negative ? -dim : 0) || values[i] >= dim) {
        throw call.error("index %d is not one of %d elements".formatted(values[i], dim));
      }
      indices[i] = (int) (values[i] < 0 ? values[i] + dim : values[i]);
    }
    if (indices.length == 0) {
      throw call.error("it has no indices, so that nothing would be left");
    }
    Value.Tensor picked = picked(call, input, axis, indices);
    Shape outer = shape.part(0, axis).then(given.shape().dims().toArray(Integer[]::new));
    return picked.reshaped(
        outer.then(shape.part(axis + 1, shape.rank()).dims().toArray(Integer[]::new)));
  }

  /** The tensor of the elements of an axis at the given indices. */
  private static Value.Tensor picked(Invocation call, Value.Tensor input, int axis, int[] indices)
      throws NetworkFormatException {
    List<int[]> all = new ArrayList<>(input.shape().indices());
    all.set(axis, indices);
    return call.picked(input, all);
  }

  /** All elements again and again, along each axis as often as it says. */
  static Value tile(Invocation call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    long[] repeats = call.vector(1);
    if (repeats.length != shape.rank() || Arrays.stream(repeats).anyMatch(n -> n < 1)) {
      throw call.error(
          "the repeats %s must be %d numbers, each at least 1"
              .formatted(brief(repeats), shape.rank()));
    }
    List<int[]> indices = new ArrayList<>();
    for (int axis = 0; axis < repeats.length; axis++) {
      int dim = shape.dim(axis);
      long length = repeats[axis] > Integer.MAX_VALUE ? Long.MAX_VALUE : repeats[axis] * dim;
      indices.add(indices(call, length, i -> i % dim));
    }
    return call.picked(input, indices);
  }

  /** A constant around a tensor; a negative amount takes away instead. */
  static Value pad(Invocation call) throws NetworkFormatException {
    boolean asInputs = call.context().opset() >= PAD_TAKES_INPUTS;
    Optional<Attribute> mode = call.attribute("mode", Attribute.STRING);
    if (mode.isPresent() && !mode.get().text().equals("constant")) {
      throw call.error("only the mode 'constant' is supported, not " + quote(mode.get().text()));
    }
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    long[] pads =
        call.list("pads", 1, PAD_TAKES_INPUTS)
            .orElseThrow(() -> call.error("it has no pads; export the network again"));
    long[] axes = asInputs && call.has(3) ? call.vector(3) : all(shape.rank());
    call.axes(axes, shape.rank());
    if (pads.length != 2 * axes.length) {
      throw call.error(
          "it has %d pads; there must be two for each of %d axes"
              .formatted(pads.length, axes.length));
    }
    List<int[]> indices = new ArrayList<>(shape.indices());
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(axes[i], shape.rank());
      indices.set(axis, padded(call, shape.dim(axis), pads[i], pads[axes.length + i]));
    }
    Shape newShape =
        Shape.checked(
            indices.stream().mapToLong(each -> each.length).toArray(), call.node().describe());
    call.spend(2L * newShape.size());
    Value.Tensor both = ConcatOperator.joined(call, List.of(input, padding(call, input)));
    int[] sources = shape.sourcesAt(indices);
    for (int i = 0; i < sources.length; i++) {
      sources[i] = sources[i] < 0 ? shape.size() : sources[i];
    }
    return both.selected(sources, newShape);
  }

  /**
   * What each index of a padded axis is in the axis, -1 outside. Something of it must be left: what
   * runs such networks disagrees, and puts anything there.
   */
  private static int[] padded(Invocation call, int dim, long before, long after)
      throws NetworkFormatException {
    long taken = -Math.min(0, Math.max(before, -dim)) - Math.min(0, Math.max(after, -dim));
    if (taken >= dim) {
      throw call.error(
          "pads of %d and %d leave nothing of the %d elements; export the network without it"
              .formatted(before, after, dim));
    }
    boolean far = Math.max(before, after) > Integer.MAX_VALUE;
    long length = far ? Long.MAX_VALUE : dim + before + after;
    return indices(
        call,
        length,
        i -> {
          long source = i - before;
          return source < 0 || source >= dim ? -1 : (int) source;
        });
  }

  /** The number that is put around: 0 unless there is another one. */
  private static Value.Tensor padding(Invocation call, Value.Tensor input)
      throws NetworkFormatException {
    if (call.context().opset() < PAD_TAKES_INPUTS) {
      return ElementwiseOperators.scalar(call.floatAttribute("value", 0));
    }
    if (!call.has(2)) {
      return input instanceof Integers
          ? new Integers(Shape.SCALAR, new long[1])
          : ElementwiseOperators.scalar(0);
    }
    Value.Tensor given = call.tensor(2);
    if (given.shape().size() != 1) {
      throw call.error("it pads with one number, not with the shape " + given.shape());
    }
    return given;
  }

  /** So many indices, after they were paid for. */
  private static int[] indices(Invocation call, long length, IntUnaryOperator index)
      throws NetworkFormatException {
    call.spend(length);
    return IntStream.range(0, (int) length).map(index).toArray();
  }

  private static long[] all(int rank) {
    return IntStream.range(0, rank).asLongStream().toArray();
  }

  private static Optional<long[]> optional(Invocation call, int index)
      throws NetworkFormatException {
    return call.has(index) ? Optional.of(call.vector(index)) : Optional.empty();
  }

  private static String brief(long[] lengths) {
    return lengths.length > 10 ? lengths.length + " lengths" : Arrays.toString(lengths);
  }
}
