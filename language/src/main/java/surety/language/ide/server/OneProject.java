package surety.language.ide.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.xtext.ide.server.IMultiRootWorkspaceConfigFactory;
import org.eclipse.xtext.workspace.FileProjectConfig;
import org.eclipse.xtext.workspace.IProjectConfig;
import org.eclipse.xtext.workspace.IWorkspaceConfig;

/** All documents belong to one project without folders, wherever they are. */
final class OneProject implements IMultiRootWorkspaceConfigFactory, IWorkspaceConfig {
  private final IProjectConfig project =
      new FileProjectConfig(
          URI.createFileURI(Path.of("").toAbsolutePath() + "/"), "specifications", this);

  @Override
  public IWorkspaceConfig getWorkspaceConfig(List<WorkspaceFolder> folders) {
    return this;
  }

  @Override
  public Set<? extends IProjectConfig> getProjects() {
    return Set.of(project);
  }

  @Override
  public IProjectConfig findProjectByName(String name) {
    return project;
  }

  @Override
  public IProjectConfig findProjectContaining(URI document) {
    return project;
  }
}
