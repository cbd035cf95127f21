/** anyOf of required, and x-at-least-one-of, name the same properties, and these exist. */
export default (schema) => {
  const branches = schema.anyOf;
  const names = schema["x-at-least-one-of"];
  if (branches === undefined && names === undefined) {
    return [];
  }
  const required = (branches ?? []).map((branch) => branch.required?.join());
  if (JSON.stringify(required) !== JSON.stringify(names)) {
    return [{ message: "anyOf and x-at-least-one-of do not name the same properties" }];
  }
  return names
    .filter((name) => schema.properties?.[name] === undefined)
    .map((name) => ({ message: `there is no property ${name}` }));
};
