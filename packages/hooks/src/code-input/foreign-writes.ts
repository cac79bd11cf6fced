/**
 * Calls back when a script sets `input.value`, which fires no event: React Hook Form's `setValue`
 * and `reset`, browser extensions, tests. Returns the way to write without being called back.
 *
 * React keeps a setter of its own on the node to know which `input` events are news; ours wraps
 * it, so that `onChange` handlers keep working.
 */
export function watchForeignWrites(
  input: HTMLInputElement,
  onWrite: () => void,
): (value: string) => void {
  const present =
    Object.getOwnPropertyDescriptor(input, 'value') ??
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(input), 'value')
  const write = (value: string): void => present?.set?.call(input, value)
  Object.defineProperty(input, 'value', {
    ...present,
    set(value: string) {
      write(value)
      onWrite()
    },
  })
  return write
}
