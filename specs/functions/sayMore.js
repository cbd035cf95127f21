/** A description has at least three words and is not the name of what it describes again. */
export default (description, _options, context) => {
  if (typeof description !== "string") {
    return [];
  }
  const name = String(context.path[context.path.length - 2]);
  const words = (text) => text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const filler = new Set(["a", "an", "the", "of", "this", "contact", "contacts", "s", "is", "for"]);
  const known = new Set([...words(name), ...filler]);
  const said = words(description);
  if (said.length < 3 || said.every((word) => known.has(word))) {
    return [{ message: `"${description.trim()}" says no more than the name ${name}` }];
  }
  return [];
};
