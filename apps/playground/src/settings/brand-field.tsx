import { isBrand } from '@phoneproof/client'
import { useId, useState, type ReactNode } from 'react'
import { usePlayground, useSettings } from '../playground-context.ts'

/** Takes what the service takes. Empty is the brand of the page. */
export function BrandField(): ReactNode {
  const { change } = usePlayground().settings
  const { brand } = useSettings()
  /** What is being typed, which need not be a brand yet. */
  const [draft, setDraft] = useState<string>()
  const id = useId()
  const text = draft ?? brand
  const isRefused = text.trim() !== '' && !isBrand(text)
  return (
    <div className="settings-field">
      <label htmlFor={id}>Brand</label>
      <input
        id={id}
        type="text"
        value={text}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isRefused}
        aria-describedby={`${id}-hint`}
        onBlur={() => setDraft(undefined)}
        onChange={({ target }) => {
          setDraft(target.value)
          const next = target.value.trim()
          if (next === '' || isBrand(next)) change({ brand: next })
        }}
      />
      <small id={`${id}-hint`}>
        1 to 18 letters, digits and inner spaces. Empty: the page’s own.
      </small>
    </div>
  )
}
