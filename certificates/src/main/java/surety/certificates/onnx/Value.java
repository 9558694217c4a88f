package surety.certificates.onnx;

/** What a name in the graph stands for. */
sealed interface Value {

  /** An optional input that a node omits. */
  record Omitted() implements Value {}

  /** A constant of the file that is decoded when it is used. */
  record Stored(OnnxTensor tensor) implements Value {}

  /** The same of which only some elements are stored. */
  record Sparse(SparseTensor tensor) implements Value {}

  /** A tensor of numbers. */
  sealed interface Tensor extends Value permits Real, Integers {

    Shape shape();

    /** The same numbers in the same order, under another shape of the same size. */
    Tensor reshaped(Shape newShape);

    /** The tensor whose elements a map takes of this one. */
    Tensor moved(IndexMap map);
  }

  /** A tensor of real numbers. */
  sealed interface Real extends Tensor permits Computed, Numbers {

    @Override
    Real reshaped(Shape newShape);

    @Override
    Real moved(IndexMap map);
  }
}
