package surety.certificates.proof;

/** A cell of which nothing is said. A tree with a hole proves nothing. */
public record Hole() implements Rule {
  @Override
  public long parts(int dimension) {
    return 0;
  }
}
