package surety.language;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import surety.language.linking.SureResource;
import surety.language.memory.ElementKey;
import surety.language.memory.ElementMemory;
import surety.language.sure.SureFile;
import surety.language.syntax.IntactText;

/** A text with its syntax tree and model. */
public final class ParsedSpecification {
  private final XtextResource resource;

  /** An element can be parsed. */
  private record WellFormed(boolean isSo) {}

  /** Parses a text; the file is where it says it is from. */
  public ParsedSpecification(Path file, String text) {
    this(file, text, new ElementMemory());
  }

  private ParsedSpecification(Path file, String text, ElementMemory memory) {
    URI uri = URI.createFileURI(file.toAbsolutePath().toString());
    resource = (XtextResource) Language.get(IResourceFactory.class).createResource(uri);
    Language.get(XtextResourceSet.class).getResources().add(resource);
    ((SureResource) resource).remember(memory);
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

  /** The same text without what cannot be parsed. */
  ParsedSpecification intact(Path file, String text) {
    ElementMemory memory = ((SureResource) resource).memory();
    return new ParsedSpecification(
        file, IntactText.of(text, part -> isWellFormed(part, memory)), memory);
  }

  private static boolean isWellFormed(String part, ElementMemory memory) {
    ElementKey key = new ElementKey(part, List.of(), List.of());
    return memory.recall(key, WellFormed.class, () -> new WellFormed(canBeParsed(part))).isSo();
  }

  private static boolean canBeParsed(String part) {
    return !Language.get(IParser.class).parse(new StringReader(part)).hasSyntaxErrors();
  }

  /** All that is wrong. */
  List<Issue> issues() {
    return Language.get(IResourceValidator.class)
        .validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
  }
}
