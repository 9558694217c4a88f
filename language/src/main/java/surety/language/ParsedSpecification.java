package surety.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import surety.language.sure.SureFile;

/** A text with its syntax tree and model. */
public final class ParsedSpecification {
  private final XtextResource resource;

  /** Parses a text; the file is where it says it is from. */
  public ParsedSpecification(Path file, String text) {
    URI uri = URI.createFileURI(file.toAbsolutePath().toString());
    resource = (XtextResource) Language.get(IResourceFactory.class).createResource(uri);
    Language.get(XtextResourceSet.class).getResources().add(resource);
    try {
      String encoding = StandardCharsets.UTF_8.name();
      resource.load(
          new LazyStringInputStream(text, encoding),
          Map.of(XtextResource.OPTION_ENCODING, encoding));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
  }

  /** A text that somebody else has parsed. */
  ParsedSpecification(XtextResource resource) {
    this.resource = resource;
  }

  public XtextResource resource() {
    return resource;
  }

  /** The model; nothing if there is none, as in an empty text. */
  public Optional<SureFile> model() {
    return resource.getContents().stream()
        .filter(SureFile.class::isInstance)
        .map(SureFile.class::cast)
        .findFirst();
  }

  /** Whether all of the text could be parsed. */
  boolean isWellFormed() {
    return !resource.getParseResult().hasSyntaxErrors();
  }

  /** All that is wrong. */
  List<Issue> issues() {
    return Language.get(IResourceValidator.class)
        .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
  }
}
