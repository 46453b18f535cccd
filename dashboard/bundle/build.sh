#!/usr/bin/env bash
# Builds assets/plotly.min.js: the part of plotly.js that the charts draw with. Needs node and npm; nobody else does.
# The version of plotly.js in package.json is the one that plotly.py was made for (plotly.offline.get_plotlyjs_version()).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp "$here/package.json" "$here/entry.js" "$work"
cd "$work"
npm install --no-package-lock --ignore-scripts --no-audit --no-fund --silent
versions="plotly.js $(node -p 'require("plotly.js/package.json").version'), esbuild $(node -p 'require("esbuild/package.json").version')"
license="Copyright 2012-2026, Plotly, Inc., MIT license"
node_modules/.bin/esbuild entry.js --bundle --minify --format=iife --global-name=Plotly --target=es2018 --charset=utf8 \
  --define:global=window --define:define.amd=false --loader:.css=empty --legal-comments=none --log-level=warning \
  --banner:js="/* $versions: scatter, bar, heatmap, choropleth, scattergeo. $license. Built by dashboard/bundle/build.sh. */" \
  --outfile="$here/../assets/plotly.min.js"
echo "$versions: $(gzip -9c "$here/../assets/plotly.min.js" | wc -c) bytes compressed"
