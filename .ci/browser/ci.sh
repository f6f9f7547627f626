#!/usr/bin/env bash
# The tests of the demo page as .ci/run needs them: skipped, with the reason, where their tools are not there or npm cannot
# reach a registry; failed when a test fails.
set -euo pipefail
cd "$(dirname "$0")"

skip() { echo "the browser tests are skipped: $*"; exit 0; }

export CHROMIUM=${CHROMIUM:-$(command -v chromium || true)}
[ -x "$CHROMIUM" ] || skip "chromium is missing"
command -v npm >/dev/null 2>&1 || skip "npm is missing"
node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' || skip "node is older than 20"
timeout 120 "$CHROMIUM" --headless=new --no-sandbox --disable-gpu --dump-dom about:blank >/dev/null 2>&1 ||
	skip "$CHROMIUM does not start"

# What is installed already is not fetched again. A lockfile that does not fit, or a package that is not what it says, is a
# mistake of ours; all else is the network.
if ! npm ls >/dev/null 2>&1 && ! said=$(timeout 240 npm ci --prefer-offline --no-audit --no-fund --fetch-retries=1 --fetch-timeout=30000 2>&1); then
	if grep -qE 'EUSAGE|EINTEGRITY|ERESOLVE|EBADENGINE' <<<"$said"; then
		echo "$said"
		exit 1
	fi
	skip "npm ci does not get its packages: $(grep -m 2 -E 'code|errno|network' <<<"$said" | tr '\n' ' ')"
fi

npm test --silent
