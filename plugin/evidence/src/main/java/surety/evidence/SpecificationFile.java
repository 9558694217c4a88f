package surety.evidence;

import java.nio.file.Path;
import surety.language.Specification;
import surety.language.syntax.TextLimits;

/** A specification and the bytes that it was read from. */
public final class SpecificationFile {
  private final Specification specification;
  private final byte[] content;

  private SpecificationFile(Specification specification, byte[] content) {
    this.specification = specification;
    this.content = content;
  }

  /**
   * Reads the bytes of a specification that was read before.
   *
   * @throws EvidenceException if the file says something else now
   */
  public static SpecificationFile of(Specification specification) throws EvidenceException {
    Path file = specification.file();
    byte[] content = BoundedFile.read(file, "a specification", TextLimits.MOST_BYTES);
    if (!TextLimits.read(content).text().equals(specification.text())) {
      throw Changed.during(file);
    }
    return new SpecificationFile(specification, content);
  }

  /** What it says. */
  public Specification specification() {
    return specification;
  }

  /** Its bytes, not to be changed. */
  public byte[] content() {
    return content;
  }

  /** Where it is. */
  public Path file() {
    return specification.file();
  }
}
