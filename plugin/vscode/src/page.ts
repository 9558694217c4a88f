import * as vscode from 'vscode';

/** The folder of the scripts and styles that pages may load; nothing else. */
export function pagesFolder(extension: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(extension, 'pages');
}

/** A page whose content is made by a script of the extension. */
export function page(webview: vscode.Webview, extension: vscode.Uri, name: string): string {
  const at = (file: string): string =>
    String(webview.asWebviewUri(vscode.Uri.joinPath(pagesFolder(extension), file)));
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src ${webview.cspSource};`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<link rel="stylesheet" href="${at('page.css')}">
</head>
<body>
<script src="${at(`${name}.js`)}"></script>
</body>
</html>
`;
}

/** Markdown of the server as HTML; as it is where nobody can render it. */
export async function rendered(markdown: string): Promise<string> {
  try {
    return await vscode.commands.executeCommand<string>('markdown.api.render', markdown);
  } catch {
    return `<pre>${escaped(markdown)}</pre>`;
  }
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
