package surety.language;

import java.util.Objects;

/**
 * Something that a specification declares, right or wrong.
 *
 * @param container what it is about: of a distribution its network, of a property or query its
 *     distribution, as they are written; empty if there is none
 * @param region where its name is
 */
public record Declaration(DeclarationKind kind, String name, String container, Region region) {
  /** Refuses missing parts. */
  public Declaration {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
    Objects.requireNonNull(container);
    Objects.requireNonNull(region);
  }
}
