package surety.certificates.onnx;

import static surety.certificates.onnx.NetworkFormatException.quote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** The rules of the operators that take parts of a tensor. */
final class PartOperators {

  private static final long SPLIT_TAKES_INPUTS = 13;
  private static final long SPLIT_COUNTS_OUTPUTS = 18;
  private static final long SLICE_TAKES_INPUTS = 10;
  private static final long PAD_TAKES_INPUTS = 11;
  private static final long PAD_WRAPS = 19;
  private static final long GATHER_COUNTS_FROM_THE_END = 11;

  private PartOperators() {}

  /** All outputs: an axis cut into parts of given or of equal lengths. */
  static List<Value> split(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    int axis = call.axis(call.intAttribute("axis", 0), input.shape().rank());
    long[] lengths = lengths(call, input.shape().dim(axis));
    List<Value> parts = new ArrayList<>();
    int before = 0;
    for (long length : lengths) {
      int from = before;
      parts.add(
          call.moved(input, IndexMap.of(input.shape()).with(axis, (int) length, i -> from + i)));
      before += (int) length;
    }
    return parts;
  }

  /** The lengths of the parts of an axis: as many as outputs, each at least 1. */
  private static long[] lengths(Call call, int whole) throws NetworkFormatException {
    int outputs = call.node().outputs().size();
    Optional<long[]> given = call.list("split", 1, SPLIT_TAKES_INPUTS);
    boolean counted = call.node().attributes().containsKey("num_outputs");
    if (counted && call.context().opset() < SPLIT_COUNTS_OUTPUTS) {
      throw call.error("num_outputs is an attribute from opset %d on", SPLIT_COUNTS_OUTPUTS);
    }
    if (counted && given.isPresent()) {
      throw call.error("it has the lengths of the parts or num_outputs, but not both");
    }
    if (given.isEmpty()) {
      return equalLengths(call, whole, outputs);
    }
    long[] lengths = given.get();
    if (lengths.length != outputs) {
      throw call.error("it has %d outputs, but %d lengths", outputs, lengths.length);
    }
    if (Arrays.stream(lengths).anyMatch(length -> length < 1 || length > whole)
        || Arrays.stream(lengths).sum() != whole) {
      throw call.error(
          "the lengths %s of the parts must be at least 1 and add up to %d", brief(lengths), whole);
    }
    return lengths;
  }

  /** Equal lengths; with num_outputs the last part may be shorter. */
  private static long[] equalLengths(Call call, int whole, int outputs)
      throws NetworkFormatException {
    boolean counted = call.context().opset() >= SPLIT_COUNTS_OUTPUTS;
    long count = call.intAttribute("num_outputs", counted ? -1 : outputs);
    if (count != outputs) {
      throw count == -1
          ? call.error("it has neither the lengths of the parts nor num_outputs")
          : call.error("it has %d outputs, but num_outputs is %d", outputs, count);
    }
    int length = (whole + outputs - 1) / outputs;
    long last = whole - (outputs - 1L) * length;
    if (last < 1 || (last != length && !counted)) {
      throw call.error("%d elements cannot be split into %d parts", whole, outputs);
    }
    long[] lengths = filled(outputs, length);
    lengths[outputs - 1] = last;
    return lengths;
  }

  /** Every so many elements of some axes, from a start to an end, forwards or backwards. */
  static Value slice(Call call) throws NetworkFormatException {
    boolean asInputs = call.context().opset() >= SLICE_TAKES_INPUTS;
    if (asInputs == call.attribute("starts", OnnxModel.Attribute.INTS).isPresent()
        || asInputs == (call.inputs().size() < 3)) {
      throw call.error(
          "starts and ends are attributes before opset %d and inputs from then on",
          SLICE_TAKES_INPUTS);
    }
    Value.Tensor input = call.tensor(0);
    int rank = input.shape().rank();
    long[] starts = asInputs ? call.vector(1) : call.intsAttribute("starts").orElseThrow();
    long[] ends =
        asInputs
            ? call.vector(2)
            : call.intsAttribute("ends")
                .orElseThrow(() -> call.error("it has no ends; export the network again"));
    long[] axes = call.list("axes", 3, SLICE_TAKES_INPUTS).orElse(all(starts.length));
    long[] steps = call.list("steps", 4, SLICE_TAKES_INPUTS).orElse(filled(starts.length, 1));
    if (ends.length != starts.length
        || axes.length != starts.length
        || steps.length != starts.length) {
      throw call.error(
          "its starts, ends, axes and steps must be equally many, not %d, %d, %d and %d",
          starts.length, ends.length, axes.length, steps.length);
    }
    call.axes(axes, rank);
    IndexMap map = IndexMap.of(input.shape());
    for (int i = 0; i < axes.length; i++) {
      map = sliced(call, map, call.axis(axes[i], rank), starts[i], ends[i], steps[i]);
    }
    return call.moved(input, map);
  }

  /** What {@code start:end:step} takes of an axis, by NumPy's rules. */
  private static IndexMap sliced(Call call, IndexMap map, int axis, long start, long end, long step)
      throws NetworkFormatException {
    if (step == 0) {
      throw call.error("a step of 0 leads nowhere");
    }
    long dim = map.dims()[axis];
    boolean forwards = step > 0;
    long lowest = forwards ? 0 : -1;
    long highest = forwards ? dim : dim - 1;
    long from = Math.min(Math.max(start < 0 ? start + dim : start, lowest), highest);
    long to = Math.min(Math.max(end < 0 ? end + dim : end, lowest), highest);
    if (forwards ? from >= to : from <= to) {
      throw call.error(
          "from %d to %d in steps of %d it takes nothing of %d elements", start, end, step, dim);
    }
    // A step beyond the axis takes one element, as the shortest such step does.
    long stride = Math.max(-dim, Math.min(dim, step));
    long count = (Math.abs(to - from) - 1) / Math.abs(stride) + 1;
    return map.with(axis, (int) count, i -> (int) (from + i * stride));
  }

  /** Elements of an axis at constant indices. */
  static Value gather(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    int axis = call.axis(call.intAttribute("axis", 0), shape.rank());
    int dim = shape.dim(axis);
    Integers given = call.integers(1);
    int size = given.shape().size();
    long least = call.context().opset() >= GATHER_COUNTS_FROM_THE_END ? -dim : 0;
    for (int i = 0; i < size; i++) {
      if (given.at(i) < least || given.at(i) >= dim) {
        throw call.error("index %d is not one of %d elements", given.at(i), dim);
      }
    }
    if (size == 0) {
      throw call.error("it has no indices, so that nothing would be left");
    }
    IndexMap map =
        IndexMap.of(shape).with(axis, size, i -> (int) Math.floorMod(given.at(i), (long) dim));
    Shape outer = shape.part(0, axis).then(given.shape());
    return call.moved(input, map).reshaped(outer.then(shape.part(axis + 1, shape.rank())));
  }

  /** All elements again and again, along each axis as often as it says. */
  static Value tile(Call call) throws NetworkFormatException {
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    long[] repeats = call.vector(1);
    if (repeats.length != shape.rank() || Arrays.stream(repeats).anyMatch(n -> n < 1)) {
      throw call.error(
          "the repeats %s must be %d numbers, each at least 1", brief(repeats), shape.rank());
    }
    IndexMap map = IndexMap.of(shape);
    for (int axis = 0; axis < repeats.length; axis++) {
      int dim = shape.dim(axis);
      boolean isFar = repeats[axis] > Integer.MAX_VALUE;
      map = map.with(axis, paid(call, isFar ? Long.MAX_VALUE : repeats[axis] * dim), i -> i % dim);
    }
    return call.moved(input, map);
  }

  /**
   * A constant around a tensor, of which a negative amount takes away instead, or its own elements.
   */
  static Value pad(Call call) throws NetworkFormatException {
    boolean asInputs = call.context().opset() >= PAD_TAKES_INPUTS;
    String mode = call.textAttribute("mode", "constant");
    Value.Tensor input = call.tensor(0);
    Shape shape = input.shape();
    long[] pads =
        call.list("pads", 1, PAD_TAKES_INPUTS)
            .orElseThrow(() -> call.error("it has no pads; export the network again"));
    long[] axes = asInputs && call.has(3) ? call.vector(3) : all(shape.rank());
    call.axes(axes, shape.rank());
    if (pads.length != 2 * axes.length) {
      throw call.error(
          "it has %d pads; there must be two for each of %d axes", pads.length, axes.length);
    }
    IndexMap map = IndexMap.of(shape);
    boolean isConstant = mode.equals("constant");
    for (int i = 0; i < axes.length; i++) {
      int axis = call.axis(axes[i], shape.rank());
      long before = pads[i];
      long after = pads[axes.length + i];
      map =
          isConstant
              ? padded(call, map, axis, before, after)
              : continued(call, map, axis, before, after, mode);
    }
    return isConstant
        ? call.moved(ConcatOperator.joined(call, List.of(input, padding(call, input))), map)
        : call.moved(input, map);
  }

  /** An axis that goes on before and after: mirrored, with its last elements, or from the start. */
  private static IndexMap continued(
      Call call, IndexMap map, int axis, long before, long after, String mode)
      throws NetworkFormatException {
    int dim = (int) map.dims()[axis];
    boolean isMirrored = mode.equals("reflect");
    boolean isRepeated = mode.equals("wrap") && call.context().opset() >= PAD_WRAPS;
    if (!isMirrored && !isRepeated && !mode.equals("edge")) {
      throw call.error("the mode %s is not supported", quote(mode));
    }
    long most = isMirrored ? dim - 1 : Integer.MAX_VALUE;
    if (before < 0 || after < 0 || before > most || after > most) {
      throw call.error(
          "pads of %d and %d of %d elements are not supported in the mode %s",
          before, after, dim, quote(mode));
    }
    int length = paid(call, dim + before + after);
    int shift = (int) before;
    if (isMirrored) {
      return map.with(axis, length, i -> dim - 1 - Math.abs(dim - 1 - Math.abs(i - shift)));
    }
    return isRepeated
        ? map.with(axis, length, i -> Math.floorMod(i - shift, dim))
        : map.with(axis, length, i -> Math.max(0, Math.min(dim - 1, i - shift)));
  }

  /**
   * An axis with so many indices outside before and after it. Something of it must be left: what
   * runs such networks disagrees, and puts anything there.
   */
  private static IndexMap padded(Call call, IndexMap map, int axis, long before, long after)
      throws NetworkFormatException {
    int dim = (int) map.dims()[axis];
    long taken = -Math.min(0, Math.max(before, -dim)) - Math.min(0, Math.max(after, -dim));
    if (taken >= dim) {
      throw call.error(
          "pads of %d and %d leave nothing of the %d elements; export the network without it",
          before, after, dim);
    }
    boolean isFar = Math.max(before, after) > Integer.MAX_VALUE;
    return map.with(
        axis,
        paid(call, isFar ? Long.MAX_VALUE : dim + before + after),
        i -> i < before || i - before >= dim ? -1 : (int) (i - before));
  }

  /** The number that is put around: 0 unless there is another one. */
  private static Value.Tensor padding(Call call, Value.Tensor input) throws NetworkFormatException {
    if (call.context().opset() < PAD_TAKES_INPUTS) {
      return Numbers.scalar(call.floatAttribute("value", 0));
    }
    if (!call.has(2)) {
      return zero(input);
    }
    Value.Tensor given = call.tensor(2);
    if (given.shape().size() != 1) {
      throw call.error("it pads with one number, not with the shape %s", given.shape());
    }
    return given;
  }

  /** 0 of the kind of a tensor. */
  static Value.Tensor zero(Value.Tensor beside) {
    return beside instanceof Integers ? new Integers(Shape.SCALAR, 0) : Numbers.scalar(0);
  }

  /** The length of an axis, after it was paid for. */
  private static int paid(Call call, long length) throws NetworkFormatException {
    call.spend(length);
    return (int) length;
  }

  private static long[] all(int count) {
    return LongStream.range(0, count).toArray();
  }

  private static long[] filled(int count, long value) {
    long[] filled = new long[count];
    Arrays.fill(filled, value);
    return filled;
  }

  private static String brief(long[] lengths) {
    return lengths.length > 10 ? lengths.length + " lengths" : Arrays.toString(lengths);
  }
}
