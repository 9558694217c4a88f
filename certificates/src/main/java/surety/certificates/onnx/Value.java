package surety.certificates.onnx;

/** What a name in the graph stands for. */
sealed interface Value permits Value.Tensor, StoredTensor, NoValue {

  /** A tensor of numbers. */
  sealed interface Tensor extends Value permits Real, Integers {

    Shape shape();

    /** The same numbers in the same order, under another shape of the same size. */
    Tensor reshaped(Shape newShape);

    /** The tensor of the given shape whose element i is element {@code sources[i]} of this. */
    Tensor selected(int[] sources, Shape newShape);
  }

  /** A tensor of real numbers. */
  sealed interface Real extends Tensor permits Computed, Numbers {

    @Override
    Real reshaped(Shape newShape);

    @Override
    Real selected(int[] sources, Shape newShape);
  }
}
