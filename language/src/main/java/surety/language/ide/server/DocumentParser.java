package surety.language.ide.server;

import com.google.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.eclipse.emf.common.notify.Notifier;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.LazyStringInputStream;
import org.eclipse.xtext.util.OnChangeEvictingCache;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import surety.language.linking.SureResource;
import surety.language.memory.ElementMemory;

/**
 * Parses and validates documents, each in a set of its own. Xtext's builder would also take the old
 * syntax tree apart, fill an index that nobody asks, and validate a second time before it generates
 * nothing; all of that at every keystroke.
 */
final class DocumentParser {
  private static final String ENCODING = StandardCharsets.UTF_8.name();

  /**
   * What is computed from a syntax tree is kept beside it. Xtext would watch every part of the tree
   * for changes; the tree of an open document has none, for an edit gives a new tree.
   */
  private static final OnChangeEvictingCache RESOURCE_CACHE =
      new OnChangeEvictingCache() {
        @Override
        protected CacheAdapter createCacheAdapter() {
          return new CacheAdapter() {
            @Override
            protected void addAdapter(Notifier part) {}
          };
        }
      };

  private final IResourceServiceProvider.Registry languages;

  @Inject
  DocumentParser(IResourceServiceProvider.Registry languages) {
    this.languages = languages;
  }

  /**
   * The syntax tree and the model of a text.
   *
   * @param memory what is known of the document from before
   */
  XtextResource parse(URI uri, String text, ElementMemory memory) {
    IResourceServiceProvider language = languages.getResourceServiceProvider(uri);
    XtextResource resource =
        (XtextResource) language.get(IResourceFactory.class).createResource(uri);
    language.get(XtextResourceSet.class).getResources().add(resource);
    ((SureResource) resource).remember(memory);
    RESOURCE_CACHE.getOrCreate(resource);
    try {
      resource.load(
          new LazyStringInputStream(text, ENCODING),
          Map.of(XtextResource.OPTION_ENCODING, ENCODING));
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory can be read", e);
    }
    return resource;
  }

  /** All that is wrong. */
  List<Issue> validate(XtextResource resource, CancelIndicator cancel) {
    return resource
        .getResourceServiceProvider()
        .getResourceValidator()
        .validate(resource, CheckMode.ALL, cancel);
  }

  /** What others can refer to. */
  IResourceDescription describe(XtextResource resource) {
    return resource
        .getResourceServiceProvider()
        .getResourceDescriptionManager()
        .getResourceDescription(resource);
  }
}
