/** Throws for an option of the server. The value is not shown: it may be a secret. */
export function refuseOption(option: string, rule: string): never {
  throw new TypeError(
    `[phoneproof] createVerifyServer() cannot use the option ${option}. ` +
      `The server was not made, because it would not be safe or not work. ${option} ${rule}.`,
  )
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.trim() !== ''

export const hasFunctions = (value: unknown, ...names: readonly string[]): boolean =>
  names.every((name) => typeof (Object(value) as Record<string, unknown>)[name] === 'function')
