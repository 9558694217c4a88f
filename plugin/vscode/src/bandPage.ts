/** What the page of a band is told. */
export interface Picture {
  /** The SVG as a data address; without it the note is shown. */
  source?: string;
  note: string;
}

/** What the page of a band says: the room that it has. */
export interface Room {
  width: number;
  height: number;
}

/** The picture goes into an `img`, in which no script of an SVG runs. */
export function dataAddress(svg: string): string {
  return `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`;
}

/** An empty page that shows each picture it is sent and says how much room it has. */
export function bandPage(nonce: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}';">
<style nonce="${nonce}">
html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }
img { display: block; max-width: 100%; max-height: 100%; }
[hidden] { display: none; }
p { margin: 1em; white-space: pre-wrap; }
</style>
</head>
<body>
<img id="picture" alt="" hidden>
<p id="note"></p>
<script nonce="${nonce}">
const client = acquireVsCodeApi();
const picture = document.getElementById('picture');
const note = document.getElementById('note');
window.addEventListener('message', ({ data }) => {
  picture.hidden = !data.source;
  if (data.source) {
    picture.src = data.source;
    picture.alt = data.note;
  }
  note.hidden = Boolean(data.source);
  note.textContent = data.note;
});
let waiting;
const tell = () => client.postMessage({ width: window.innerWidth, height: window.innerHeight });
window.addEventListener('resize', () => {
  clearTimeout(waiting);
  waiting = setTimeout(tell, 100);
});
tell();
</script>
</body>
</html>
`;
}
