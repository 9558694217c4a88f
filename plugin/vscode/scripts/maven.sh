#!/bin/sh
# The steps of Maven's build:
#   maven.sh install|build|test CLASSPATH|package VERSION|test-package|test-host
# Nothing is written but into target/, node_modules/ and host/node_modules/.

fail() {
  printf 'surety-vscode: %s\n' "$1" >&2
  exit 1
}

cd "$(dirname "$0")/.." || fail "the folder of $0 cannot be entered"
way_out="install Node.js 20 or newer with npm, or leave this module out: mvn ... -pl '!plugin/vscode'"
command -v node >/dev/null || fail "node is missing; $way_out"
command -v npm >/dev/null || fail "npm is missing; $way_out"
version=$(node --version) || fail "node cannot be started; $way_out"
major=${version#v}
[ "${major%%.*}" -ge 20 ] || fail "node is $version; $way_out"

case $1 in
  install)
    # A copy of the list tells whether what is there was installed from it.
    if ! cmp -s package-lock.json node_modules/.installed; then
      npm ci --silent --prefer-offline || npm ci --loglevel=error || fail "npm ci failed"
      cp package-lock.json node_modules/.installed
    fi
    ;;
  build) npm run --silent build ;;
  test) SURETY_CLASSPATH=$2 npm test --silent ;;
  package)
    npm run --silent package -- "$2" >target/package.log || {
      cat target/package.log >&2
      fail "the extension could not be packaged"
    }
    ;;
  test-package) npm run --silent test:package ;;
  test-host) npm run --silent test:host ;;
  *) fail "there is no step '$1'" ;;
esac
