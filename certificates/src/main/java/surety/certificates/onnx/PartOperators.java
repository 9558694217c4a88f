package surety.certificates.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The rules of the operators that take parts of a tensor. */
final class PartOperators {

  private static final long SPLIT_TAKES_INPUTS = 13;
  private static final long SPLIT_COUNTS_OUTPUTS = 18;
  private static final long SLICE_TAKES_INPUTS = 10;
  private static final long GATHER_COUNTS_FROM_THE_END = 11;

  private PartOperators() {}

  /** All outputs: an axis cut into parts of given or of equal lengths. */
  static List<Value> split(Invocation call) throws NetworkFormatException {
    Value.Real input = call.real(0);
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
    Optional<long[]> given = givenLengths(call);
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

  private static Optional<long[]> givenLengths(Invocation call) throws NetworkFormatException {
    boolean asInput = call.context().opset() >= SPLIT_TAKES_INPUTS;
    Optional<long[]> attribute = call.intsAttribute("split");
    if (asInput ? attribute.isPresent() : call.has(1)) {
      throw call.error(
          "the lengths of the parts are an attribute before opset %d and an input from then on"
              .formatted(SPLIT_TAKES_INPUTS));
    }
    return call.has(1) ? Optional.of(vector(call, 1)) : attribute;
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
    Value.Real result = call.real(0);
    int rank = result.shape().rank();
    long[] starts = asInputs ? vector(call, 1) : call.intsAttribute("starts").orElseThrow();
    long[] ends =
        asInputs ? vector(call, 2) : call.intsAttribute("ends").orElseThrow(() -> noEnds(call));
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
    BitSet seen = new BitSet();
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(axes[i], rank);
      if (seen.get(axis)) {
        throw call.error("it slices axis %d twice".formatted(axis));
      }
      seen.set(axis);
      int[] indices = indices(call, result.shape().dim(axis), starts[i], ends[i], steps[i]);
      result = picked(call, result, axis, indices);
    }
    return result;
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
    Value.Real input = call.real(0);
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
    Value.Real picked = picked(call, input, axis, indices);
    Shape outer = shape.part(0, axis).then(given.shape().dims().toArray(Integer[]::new));
    return picked.reshaped(
        outer.then(shape.part(axis + 1, shape.rank()).dims().toArray(Integer[]::new)));
  }

  /** The tensor of the elements of an axis at the given indices. */
  private static Value.Real picked(Invocation call, Value.Real input, int axis, int[] indices)
      throws NetworkFormatException {
    Shape shape = input.shape();
    Shape picked = shape.with(axis, indices.length, call.node().describe());
    call.spend(2L * picked.size());
    int inner = shape.product(axis + 1, shape.rank());
    int[] sources = new int[picked.size()];
    for (int i = 0; i < sources.length; i++) {
      int row = i / inner;
      int block = row / indices.length;
      sources[i] = (block * shape.dim(axis) + indices[row % indices.length]) * inner + i % inner;
    }
    return input.selected(sources, picked);
  }

  private static Optional<long[]> optional(Invocation call, int index)
      throws NetworkFormatException {
    return call.has(index) ? Optional.of(vector(call, index)) : Optional.empty();
  }

  private static long[] vector(Invocation call, int index) throws NetworkFormatException {
    Integers integers = call.integers(index);
    if (integers.shape().rank() != 1) {
      throw call.error(
          "input %d must be a vector, but has shape %s".formatted(index, integers.shape()));
    }
    return integers.values();
  }

  private static String brief(long[] lengths) {
    return lengths.length > 10 ? lengths.length + " lengths" : Arrays.toString(lengths);
  }
}
