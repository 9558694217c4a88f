package surety.eclipse.editor;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IDocumentExtension3;
import org.eclipse.jface.text.rules.EndOfLineRule;
import org.eclipse.jface.text.rules.FastPartitioner;
import org.eclipse.jface.text.rules.IPredicateRule;
import org.eclipse.jface.text.rules.MultiLineRule;
import org.eclipse.jface.text.rules.RuleBasedPartitionScanner;
import org.eclipse.jface.text.rules.SingleLineRule;
import org.eclipse.jface.text.rules.Token;

/** Tells comments and texts in quotation marks from the rest, for the colours. */
public final class Partitions implements IDocumentSetupParticipant {
  static final String PARTITIONING = "dev.surety.eclipse.partitions";
  static final String COMMENT = "dev.surety.eclipse.comment";
  static final String STRING = "dev.surety.eclipse.string";

  @Override
  public void setup(IDocument document) {
    if (document instanceof IDocumentExtension3 partitioned) {
      RuleBasedPartitionScanner scanner = new RuleBasedPartitionScanner();
      scanner.setPredicateRules(
          new IPredicateRule[] {
            new EndOfLineRule("//", new Token(COMMENT)),
            new MultiLineRule("/*", "*/", new Token(COMMENT), '\0', true),
            new SingleLineRule("\"", "\"", new Token(STRING), '\0', true)
          });
      FastPartitioner partitioner = new FastPartitioner(scanner, new String[] {COMMENT, STRING});
      partitioner.connect(document);
      partitioned.setDocumentPartitioner(PARTITIONING, partitioner);
    }
  }
}
