package surety.certificates.proof;

/** A box that is not cut further. */
public record BoxLeaf() implements Rule {
  @Override
  public long parts(int dimension) {
    return 0;
  }
}
