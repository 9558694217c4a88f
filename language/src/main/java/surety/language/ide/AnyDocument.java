package surety.language.ide;

import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.impl.DefaultResourceServiceProvider;

/**
 * Whatever an editor opens with this language is a specification, also if it was never saved and
 * has no name yet.
 */
public final class AnyDocument extends DefaultResourceServiceProvider {
  @Override
  public boolean canHandle(URI document) {
    return true;
  }
}
