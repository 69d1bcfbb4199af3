// Stops with a sentence instead of a syntax error when npm falls back to an older Node.
const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  console.error(
    `需要 Node 24，当前是 ${process.version}。请装好 Node 24；或执行 npm ci（不要加 --ignore-scripts 和 --omit=optional），它会带来 Node 24，再用 npm run 启动。\n` +
      `Node 24 is needed, this is ${process.version}. Install it, or run "npm ci" (with scripts and optional packages), which brings it, and start through "npm run".`,
  );
  process.exit(1);
}
