package surety.certificates.proof;

/** A box is cut at a value of one coordinate; the part below comes first. */
public record BoxSplit(int coordinate, double value) implements Rule {}
