/**
 * What is wrong, by the field that it is about; under the empty name what is about none. The
 * server begins each problem with the field, and names an input by its name.
 */
export function problemsByField(problems: string[], fields: string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const problem of problems) {
    const [field, words] = split(problem, fields);
    found.set(field, found.has(field) ? `${found.get(field)}\n${words}` : words);
  }
  return found;
}

function split(problem: string, fields: string[]): [string, string] {
  const colon = problem.indexOf(': ');
  const named = problem.slice(0, Math.max(0, colon));
  const field = fields.find((name) => name === named);
  return field === undefined ? ['', problem] : [field, problem.slice(colon + 2)];
}
