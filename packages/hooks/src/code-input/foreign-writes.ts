type Write = (value: string) => void

/**
 * Calls back when a script sets `input.value`, which fires no event: React Hook Form's `setValue`
 * and `reset`, browser extensions, tests. Returns the way to write without being called back.
 *
 * React keeps a setter of its own on the node to know which `input` events are news; ours wraps
 * it, so that `onChange` handlers keep working.
 */
export function watchForeignWrites(input: HTMLInputElement, onWrite: () => void): Write {
  const inherited = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
  const own = Object.getOwnPropertyDescriptor(input, 'value') ?? inherited
  const write: Write = (value) => own?.set?.call(input, value)
  Object.defineProperty(input, 'value', {
    configurable: true,
    enumerable: true,
    get: () => own?.get?.call(input) as string,
    set(value: string) {
      write(value)
      onWrite()
    },
  })
  return write
}
