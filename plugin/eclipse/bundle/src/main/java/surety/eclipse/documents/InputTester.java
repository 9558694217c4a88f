package surety.eclipse.documents;

import org.eclipse.core.expressions.PropertyTester;
import org.eclipse.ui.IEditorInput;

/** Whether an editor has a specification in it, wherever its file is. */
public final class InputTester extends PropertyTester {
  @Override
  public boolean test(Object tested, String property, Object[] arguments, Object expected) {
    return tested instanceof IEditorInput input && input.getName().endsWith(".sure");
  }
}
