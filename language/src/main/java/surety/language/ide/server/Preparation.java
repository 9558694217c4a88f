package surety.language.ide.server;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.IResourceServiceProvider;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import surety.language.SpecificationReader;
import surety.language.memory.ElementMemory;

/**
 * Reads a small specification in the background while the server starts and the client says hello,
 * so that what the first real one needs is there: most of the time to the first messages goes into
 * loading classes and wiring the language.
 */
public final class Preparation {
  private static final String TEXT =
      """
      semantics real;
      network N { input a, b, c; output y, z; } // no file
      network M = "none.onnx" { input a, b, c; output y, z; }
      distribution D for M {
        a ~ Uniform(0, 1);
        b ~ Normal(0, 1) on [-3, 3];
        c ~ Beta(2, 3);
      }
      /* Over several lines,
         as headers are. */
      property p "title": P(2 * y - z / 3 >= 1e-1 + (z)) <= 1/2 under D within 1e-3 timeout 60 s;
      // EXPECT: PROVED
      query q: P(y > 0.5) = ? under D;
      query r: cdf(y) at 10 points under Unknown;
      """;

  private Preparation() {}

  /** Goes on beside whatever comes next; once is enough for a process. */
  public static void begin() {
    Thread thread = new Thread(Preparation::read, "surety-preparation");
    thread.setDaemon(true);
    thread.start();
  }

  /** What is wrong with the text; it has no folder, so no file is looked for. */
  static List<Issue> read() {
    IResourceServiceProvider.Registry languages = SessionModule.languages();
    DocumentParser parser = new DocumentParser(languages);
    XtextResource resource =
        parser.parse(URI.createURI("untitled:preparation.sure"), TEXT, new ElementMemory());
    List<Issue> issues = parser.validate(resource, CancelIndicator.NullImpl);
    SpecificationReader.read(Path.of("preparation.sure"), TEXT, resource, issues);
    return issues;
  }
}
