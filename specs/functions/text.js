/**
 * What only the text shows, and not what was parsed from it: statuses are quoted and ascend, no
 * line has more than 100 columns, there are no flow collections but empty ones.
 */
export default (_document, _options, context) => {
  const lines = (context.documentInventory ?? context).document.input.split("\n");
  const results = [];
  const say = (i, message) => results.push({ message: `line ${i + 1}: ${message}` });
  let last = null;
  lines.forEach((line, i) => {
    if (line.length > 100) {
      say(i, "more than 100 columns");
    }
    if (/^\s*(?:[\w-]+: |- )[{[](?![}\]]\s*$)/.test(line)) {
      say(i, "flow style; write it as a block");
    }
    if (/^\s+\d{3}:\s*$/.test(line)) {
      say(i, "a status without quotes");
    }
    if (/^\s+responses:\s*$/.test(line)) {
      last = null;
    }
    const status = /^\s+"(\d{3})":\s*$/.exec(line)?.[1];
    if (status !== undefined) {
      if (last !== null && status <= last) {
        say(i, `status ${status} after ${last}`);
      }
      last = status;
    }
  });
  return results;
};
