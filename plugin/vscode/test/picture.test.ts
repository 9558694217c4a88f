// Pictures, drawn by the server's own process.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Bands } from '../src/band';
import { BAND, type Band } from '../src/protocol';
import { States } from '../src/states';
import * as vscode from './double/vscode';
import { Folder, Session } from './session';

let folder: Folder;
let session: Session;
let iris: string;

before(async () => {
  folder = new Folder().copy('iris/iris.sure', 'iris/iris-relu.onnx');
  iris = folder.uri('iris.sure');
  session = new Session();
  await session.initialize(folder);
  await session.open(iris, folder.read('iris.sure'));
  await session.execute('surety.verify', iris, 'scores');
  await session.until('the answer', () =>
    session.statuses.find(({ properties }) =>
      properties.some(({ name, state }) => name === 'scores' && state === 'answered'),
    ),
  );
});

after(async () => {
  session.kill();
  await session.exited;
  folder.remove();
});

test('the band is a picture, of the size that was asked for', async () => {
  const band = await session.request<Band>(BAND, {
    uri: iris,
    name: 'scores',
    width: 640,
    height: 360,
  });
  assert.match(band.svg, /^<svg[^]*<\/svg>\s*$/);
  assert.match(band.svg, /width="640(\.0+)?"/);
  assert.equal(band.state, 'answered');
  assert.doesNotMatch(band.svg, /<script|href=|url\(http/);
});

test('the band of what does not exist is nothing or a message, and the server lives on', async () => {
  for (const [uri, name] of [
    [iris, 'nobody'],
    [folder.uri('nothing.sure'), 'scores'],
    ['not an address', 'scores'],
  ]) {
    const answer = await session
      .request<Band | null>(BAND, { uri, name, width: 0, height: -1 })
      .catch((error: Error) => error.message);
    assert.ok(answer === null || typeof answer === 'string', JSON.stringify(answer));
    assert.doesNotMatch(String(answer), /Exception|\tat /);
  }
  assert.ok(await session.request(BAND, { uri: iris, name: 'scores', width: 640, height: 360 }));
});

test('the view of the client shows it', async () => {
  vscode.reset();
  const bands = new Bands(new States(), session);
  bands.show(iris, 'scores');
  const view = vscode.recorded.panels[0]!;
  const posted = new Promise<{ source?: string; note: string }>((resolve) => {
    view.webview.postMessage = (picture) => {
      resolve(picture as { source?: string; note: string });
      return Promise.resolve(true);
    };
  });
  view.received.fire({ width: 500, height: 300 });
  assert.match((await posted).source ?? '', /^data:image\/svg\+xml/);
});

test('the picture of a property shows where its event happens, and says so', async () => {
  await session.execute('surety.verify', iris, 'frequent');
  await session.until('the verdict', () =>
    session.statuses.find(({ properties }) =>
      properties.some(({ name, state }) => name === 'frequent' && state === 'violated'),
    ),
  );
  const request = { uri: iris, name: 'frequent', width: 700, height: 800, theme: 'dark' };
  const { svg, description } = await session.request<Band>(BAND, request);
  assert.match(svg, />where it happens \(estimated\): [^<]* boxes<\/text>/);
  assert.match(svg, />sepal_length<\/text>/);
  assert.match(svg, /not allowed/);
  assert.match(description, /^frequent: P\(setosa > 3\.5\) < 0\.1 under Flowers\. Violated\./);
  assert.match(description, /sepal_length in \[[^\]]*\], sepal_width in /);
});
