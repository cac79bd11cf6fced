// Builds Storybook into .cache/storybook, and fails when the build has something to say against it.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

/** Warnings of a build's output: `▲` of Storybook, `WARN` and `[plugin …]` of what it runs. */
export function warningsIn(output: string): string[] {
  const lines = stripVTControlCharacters(output).split('\n')
  return lines.filter((line) => /▲|\bwarn(?:ing)?\b|\bdeprecat/i.test(line))
}

function build(): Promise<{ succeeded: boolean; output: string }> {
  const child = spawn('storybook', ['build', '-o', '.cache/storybook', '--quiet'])
  let output = ''
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
    process.stdout.write(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  return new Promise((done) =>
    child.once('exit', (code) => done({ succeeded: code === 0, output })),
  )
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { succeeded, output } = await build()
  const warnings = warningsIn(output)
  if (warnings.length > 0) console.error(`\nThe build warns:\n${warnings.join('\n')}`)
  process.exitCode = succeeded && warnings.length === 0 ? 0 : 1
}
