const texts = import.meta.glob<string>('./samples/*.tsx', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** A file of `samples`, which the type checker reads with everything else. */
export function sample(name: string): string {
  const text = texts[`./samples/${name}.tsx`]
  if (text === undefined) throw new Error(`There is no sample ${name}.`)
  return text
}
