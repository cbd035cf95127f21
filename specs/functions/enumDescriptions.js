/** A named enum has one description for each of its values. */
export default (schema) => {
  if (schema.enum === undefined) {
    return [];
  }
  const descriptions = schema["x-enum-descriptions"] ?? [];
  if (descriptions.length === schema.enum.length) {
    return [];
  }
  return [{ message: `${schema.enum.length} values, ${descriptions.length} x-enum-descriptions` }];
};
