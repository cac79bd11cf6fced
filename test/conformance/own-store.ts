import type { Store, Verification } from '../../.storybook/samples/own-backend.ts'

/** A store as slow as real ones: others get in between any two of its steps. */
export function createOwnStore(): Store {
  const rows = new Map<string, Verification[]>()
  const phones = new Map<string, Set<string>>()
  return {
    async change(phone, step) {
      await Promise.resolve()
      const row = structuredClone(rows.get(phone) ?? [])
      const result = step(row)
      rows.set(phone, structuredClone(row))
      await Promise.resolve()
      return result
    },
    async phonesOf(session) {
      await Promise.resolve()
      return [...(phones.get(session) ?? [])]
    },
    async addPhone(session, phone, most) {
      await Promise.resolve()
      const own = phones.get(session) ?? new Set()
      if (own.has(phone)) return true
      if (own.size >= most) return false
      phones.set(session, own.add(phone))
      return true
    },
  }
}
