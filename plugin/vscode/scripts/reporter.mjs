// Failures in full, and one line at the end.
export default async function* report(source) {
  let passed = 0;
  let failed = 0;
  for await (const { type, data } of source) {
    const isTest = data?.details?.type !== 'suite';
    if (type === 'test:pass' && isTest && data.skip === undefined) {
      passed++;
    } else if (type === 'test:fail' && isTest) {
      failed++;
      const error = data.details.error;
      yield `FAILED ${data.file ?? ''} ${data.name}\n${(error.cause ?? error).stack ?? error}\n`;
    } else if (type === 'test:stderr') {
      yield data.message;
    }
  }
  yield `Tests of the VS Code extension: ${passed} passed, ${failed} failed\n`;
}
