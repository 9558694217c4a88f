import type { ToNetwork } from '../messages';
import { html, listen, make, tell } from './dom';

listen<ToNetwork>(({ file, description, problem }) => {
  document.body.replaceChildren(
    make('h1', {}, file),
    ...(problem ? [make('p', { class: 'problem', role: 'alert' }, problem)] : []),
    ...(description ? [html(description), button()] : []),
  );
});
tell({ kind: 'ready' });

function button(): HTMLElement {
  const ask = (): void => tell({ kind: 'newSpecification' });
  return make('p', {}, make('button', { click: ask }, 'New Specification...'));
}
