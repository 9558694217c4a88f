package surety.certificates.proof;

/** A box is cut at a knot of one coordinate's density; the part below comes first. */
public record KnotSplit(int coordinate, int knot) implements Rule {}
