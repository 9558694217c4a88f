package surety.language;

/** What can be declared in a specification. */
public enum DeclarationKind {
  NETWORK,
  DISTRIBUTION,
  EVENT,
  PROPERTY,
  QUERY
}
