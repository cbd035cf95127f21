/** A description is words that begin like a sentence and end like one, and not a bare name. */
export default (description, _options, context) => {
  const text = typeof description === "string" ? description.trim() : "";
  const name = String(context.path[context.path.length - 2]);
  if (text === name || text === `${name}.` || !/^[A-Z"`].*[.)"]$/s.test(text)) {
    return [{ message: `"${text}" is no sentence` }];
  }
  return [];
};
