/**
 * Calls back when a script sets `input.value`, which fires no event: React Hook Form's `setValue`
 * and `reset`, browser extensions, tests. Returns a function that writes without calling back.
 *
 * React has put a setter of its own on the node, by which it knows which `input` events are news.
 * Ours wraps it, so that `onChange` handlers keep working.
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
