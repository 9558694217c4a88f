package surety.certificates.statement;

/** What one coordinate of the network's input is: a fixed number, or random. */
public sealed interface Input permits FixedInput, RandomInput {}
