package surety.certificates.onnx;

/** What a name in the graph stands for. */
sealed interface Value permits Value.Real, Integers, StoredTensor, NoValue {

  /** A tensor of real numbers. */
  sealed interface Real extends Value permits Computed, Numbers {

    Shape shape();

    /** The same numbers in the same order, under another shape of the same size. */
    Real reshaped(Shape newShape);

    /** The tensor of the given shape whose element i is element {@code sources[i]} of this. */
    Real selected(int[] sources, Shape newShape);
  }
}
