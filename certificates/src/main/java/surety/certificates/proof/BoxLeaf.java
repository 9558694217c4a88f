package surety.certificates.proof;

/** A box that is not cut further. */
public record BoxLeaf() implements Rule {}
