/** How long one round of ringing takes, in seconds: two rings and a pause, as British phones do it. */
export const roundS = 3
const rings = [
  { from: 0, to: 0.4 },
  { from: 0.6, to: 1 },
] as const
/** The two tones, in hertz. */
const tones = [400, 450] as const
/** Rises and falls over this many seconds, so that it does not click. */
const edgeS = 0.012
const loudness = 0.16

/** One round of ringing, between -1 and 1. */
export function ringSamples(sampleRate: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(roundS * sampleRate)
  for (const { from, to } of rings) {
    for (let n = Math.ceil(from * sampleRate); n < to * sampleRate; n += 1) {
      const t = n / sampleRate
      const edge = Math.min(1, (t - from) / edgeS, (to - t) / edgeS)
      const wave = tones.reduce((sum, hertz) => sum + Math.sin(2 * Math.PI * hertz * t), 0)
      samples[n] = (loudness * edge * wave) / tones.length
    }
  }
  return samples
}

/** Rings until the returned function is called. */
export function startRinging(context: AudioContext): () => void {
  const samples = ringSamples(context.sampleRate)
  const buffer = context.createBuffer(1, samples.length, context.sampleRate)
  buffer.copyToChannel(samples, 0)
  const source = new AudioBufferSourceNode(context, { buffer, loop: true })
  source.connect(context.destination)
  source.start()
  return () => {
    source.stop()
    source.disconnect()
  }
}
