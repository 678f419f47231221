#!/bin/sh
# Writes dashboards, rules and contact points from the TypeScript below the folder $1; packages come by npm,
# once per change of package-lock.json.
set -eu
cd "$(dirname "$0")"
[ node_modules/.package-lock.json -nt package-lock.json ] || npm ci --silent
node_modules/.bin/tsc
node build/main.js "${1:-.}"
