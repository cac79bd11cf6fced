import { useId, type ReactNode } from 'react'

interface FieldProps<Value> {
  label: string
  /** Values with what is shown for them. */
  options: readonly (readonly [Value, string])[]
  value: Value
  onChange: (value: Value) => void
}

/** A few values, all in sight. */
export function Choice<Value extends string | number>(props: FieldProps<Value>): ReactNode {
  const { label, options, value, onChange } = props
  const name = useId()
  return (
    <fieldset className="segments">
      <legend>{label}</legend>
      <div>
        {options.map(([each, text]) => (
          <label key={each}>
            <input
              type="radio"
              name={name}
              checked={each === value}
              onChange={() => onChange(each)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** One of many values. */
export function Dropdown<Value extends string | number>(props: FieldProps<Value>): ReactNode {
  const { label, options, value, onChange } = props
  return (
    <label className="settings-field">
      <span>{label}</span>
      <select
        value={value}
        onChange={({ target }) => {
          const chosen = options[target.selectedIndex]
          if (chosen) onChange(chosen[0])
        }}
      >
        {options.map(([each, text]) => (
          <option key={each} value={each}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
