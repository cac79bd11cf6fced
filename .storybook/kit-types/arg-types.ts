import * as kit from '@phoneproof/react'
import type { StrictArgTypes } from 'storybook/internal/types'
import kitTypes from 'virtual:kit-types'
import type { Row } from './read-types.ts'

/** For Storybook's own tables and controls: the props of a component that the kit exports. */
export function argTypesOf(component: unknown): StrictArgTypes {
  const name = Object.entries(kit).find(([, exported]) => exported === component)?.[0]
  return argTypesNamed(name ?? '')
}

/** The rows of `CodeInput`, `useCodeInput options` and so on, required ones first. */
export const argTypesNamed = (name: string): StrictArgTypes =>
  Object.fromEntries(
    [...(kitTypes[name] ?? [])]
      .sort((a, b) => Number(b.isRequired) - Number(a.isRequired))
      .map((row) => [row.name, argType(row)]),
  )

const argType = ({ name, type, isRequired, description, default: given }: Row) => ({
  name,
  description,
  type: { name: 'other' as const, value: type, required: isRequired },
  control: controlFor(name, type),
  table: {
    type: { summary: type },
    ...(given === undefined ? {} : { defaultValue: { summary: given } }),
  },
})

/** Only what a person can set by hand and see: no functions, clients or states. */
function controlFor(name: string, type: string) {
  if (/initialState|errorRules|storage|client|clock/.test(name)) return false as const
  if (type === 'boolean') return { type: 'boolean' as const }
  if (type === 'number') return { type: 'number' as const }
  if (type === 'string' || type === 'ReactNode') return { type: 'text' as const }
  return false as const
}
