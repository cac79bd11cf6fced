/** The members of a JSON or form-encoded body; undefined when there is none that can be read. */
export async function readBody(request: Request): Promise<Record<string, unknown> | undefined> {
  const text = await request.text()
  const type = request.headers.get('content-type') ?? ''
  if (type.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(text))
  }
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.fromEntries(Object.entries(value))
  } catch {
    return undefined
  }
}
