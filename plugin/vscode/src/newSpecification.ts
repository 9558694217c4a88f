import * as vscode from 'vscode';
import {
  type InputChoice,
  NETWORK,
  NEW_SPECIFICATION,
  type NetworkSummary,
  type NewSpecification,
  type NewSpecificationParams,
  type Server,
} from './protocol';

/** Beyond these, the proposed names and one distribution for all: nobody answers a hundred questions. */
const MOST_QUESTIONS = 8;
const FIRST_GUESS = 'Uniform(0, 1)';
const TITLE = 'New specification';

/** Somebody pressed Escape: nothing happens, and nothing is said. */
class Left extends Error {}

/** Asks for what a specification needs, lets the server write it, and opens it. */
export async function newSpecification(server: Server, network?: vscode.Uri): Promise<void> {
  try {
    const params = await choices(server, network ?? (await pickNetwork()));
    const made = await server.request<NewSpecification>(NEW_SPECIFICATION, params);
    if (made.problems.length > 0 && !(await isWantedAnyway(made))) {
      return;
    }
    const uri = vscode.Uri.parse(params.uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(made.text));
    await vscode.window.showTextDocument(uri);
  } catch (error) {
    if (!(error instanceof Left)) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  }
}

async function choices(server: Server, network: vscode.Uri): Promise<NewSpecificationParams> {
  const summary = await server.request<NetworkSummary>(NETWORK, { uri: network.toString() });
  const networkName = await ask('Name of the network', summary.name);
  const inputNames = await askNames('inputs', summary.inputs);
  const outputs = await askNames('outputs', summary.outputs);
  const inputs = await distributions(inputNames);
  const propertyName = await ask('Name of a first property', 'first');
  const propertyTitle = await ask('What it requires, in words', 'R1');
  const property = await ask('What it requires', `P(${outputs[0] ?? 'y[0]'} > 0.5) < 1e-2`);
  const uri = (await saveAs(network)).toString();
  return {
    uri,
    networkUri: network.toString(),
    networkName,
    inputs,
    outputs,
    propertyName,
    propertyTitle,
    property,
  };
}

async function distributions(inputs: string[]): Promise<InputChoice[]> {
  if (inputs.length > MOST_QUESTIONS) {
    const distribution = await ask(
      `Distribution of each of the ${inputs.length} inputs`,
      FIRST_GUESS,
    );
    return inputs.map((name) => ({ name, distribution }));
  }
  const asked: InputChoice[] = [];
  let distribution = FIRST_GUESS;
  for (const name of inputs) {
    distribution = await ask(
      `Distribution of ${name}, or a fixed value such as = 1.5`,
      distribution,
    );
    asked.push({ name, distribution });
  }
  return asked;
}

async function askNames(what: string, proposed: string[]): Promise<string[]> {
  if (proposed.length > MOST_QUESTIONS) {
    return proposed;
  }
  const answer = await ask(`Names of its ${what}, in their order`, proposed.join(', '));
  return answer.split(/[\s,]+/).filter(Boolean);
}

async function ask(prompt: string, value: string): Promise<string> {
  const answer = await vscode.window.showInputBox({
    title: TITLE,
    prompt,
    value,
    ignoreFocusOut: true,
  });
  if (answer === undefined) {
    throw new Left();
  }
  return answer.trim();
}

async function pickNetwork(): Promise<vscode.Uri> {
  const picked = await vscode.window.showOpenDialog({
    title: `${TITLE}: which network?`,
    filters: { 'ONNX networks': ['onnx'] },
  });
  return picked?.[0] ?? leave();
}

async function saveAs(network: vscode.Uri): Promise<vscode.Uri> {
  const saved = await vscode.window.showSaveDialog({
    title: `${TITLE}: save as`,
    filters: { 'Surety specifications': ['sure'] },
    defaultUri: network.with({ path: network.path.replace(/(\.onnx)?$/i, '.sure') }),
  });
  return saved ?? leave();
}

async function isWantedAnyway({ text, problems }: NewSpecification): Promise<boolean> {
  const detail = problems.join('\n');
  if (!text) {
    await vscode.window.showErrorMessage('No specification was written.', { modal: true, detail });
    return false;
  }
  const anyway = 'Write It Anyway';
  const message = 'The specification would have errors.';
  return (
    (await vscode.window.showWarningMessage(message, { modal: true, detail }, anyway)) === anyway
  );
}

function leave(): never {
  throw new Left();
}
