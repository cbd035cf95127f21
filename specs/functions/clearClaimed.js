/** What a request may set to null claims that this clears it, or that it does not. */
export default (property) =>
  property.nullable === true && property["x-claims"]?.clear === undefined
    ? [{ message: "it is nullable, and x-claims.clear is missing" }]
    : [];
