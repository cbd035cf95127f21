/** An example of an open object has no property that its schema does not name. */
export default (media, _options, context) => {
  const results = [];
  const check = (value, reference, path) => {
    // A property with evidence of its own refers to its schema by an allOf of one.
    const schema = reference?.allOf?.length === 1 ? reference.allOf[0] : reference;
    if (Array.isArray(value)) {
      value.forEach((item, i) => check(item, schema?.items ?? {}, [...path, i]));
      return;
    }
    if (value === null || typeof value !== "object" || schema?.properties === undefined) {
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      const property = schema.properties[name];
      if (property !== undefined) {
        check(inner, property, [...path, name]);
      } else if (!schema.additionalProperties) {
        results.push({ message: `the schema has no property ${name}`, path: [...path, name] });
      }
    }
  };
  for (const [name, example] of Object.entries(media.examples ?? {})) {
    check(example.value, media.schema, [...context.path, "examples", name, "value"]);
  }
  return results;
};
