const TOKEN = /\{(\p{L}[\p{L}\d-]*)\}/gu;

/** Puts values in the place of tokens such as `{months}`; `missing` are those that no value is known for, left standing. */
export function fill(
  text: string,
  values: Readonly<Record<string, string>>,
): { readonly text: string; readonly missing: readonly string[] } {
  const missing: string[] = [];
  const filled = text.replace(TOKEN, (token: string, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) missing.push(name);
    return value ?? token;
  });
  return { text: filled, missing };
}
