/** A parameter with one possible value says it as x-constant, and x-constant is that value. */
export default (parameter) => {
  const values = parameter.schema?.enum ?? [];
  const constant = parameter["x-constant"];
  if (values.length === 1 ? values[0] === constant : constant === undefined) {
    return [];
  }
  return [{ message: `x-constant is ${constant}, the enum is ${values.join() || "absent"}` }];
};
