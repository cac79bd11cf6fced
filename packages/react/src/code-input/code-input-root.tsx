'use client'
import {
  codeInputMessages,
  useCodeInput,
  type UseCodeInputOptions,
} from '@phoneproof/hooks/code-input'
import { useMessages } from '@phoneproof/hooks/provider'
import {
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { CodeInputContext } from './code-input-context.ts'

/** Everything else that an `<input>` takes goes to the input. `className` and `style` go to the root. */
export interface CodeInputRootProps extends Omit<
  UseCodeInputOptions,
  'length' | 'hasDescription' | 'hasError'
> {
  /** Characters in the code, 3 to 10. @default 6 */
  length?: number | undefined
  /** Names the field. @default the `codeInput.label` message */
  label?: ReactNode
  description?: ReactNode
  /** What is wrong. Marks the field invalid. Announced only with `announce`. */
  error?: ReactNode
  /** Announces the error, and that the code is complete, to screen readers. @default false */
  announce?: boolean | undefined
  /** The slots and separators. */
  children?: ReactNode
}

/** The field without its slots, which are its children. `ref` is the input. */
export const CodeInputRoot: ForwardRefExoticComponent<
  CodeInputRootProps & RefAttributes<HTMLInputElement>
> = forwardRef<HTMLInputElement, CodeInputRootProps>(function CodeInputRoot(props, ref) {
  // The rest goes to the hook, and what the hook does not take goes to the input.
  const { length = 6, label, description, error, className, style, children, ...options } = props
  const { announce } = options
  const messages = useMessages('codeInput', codeInputMessages)
  const hasDescription = isShown(description)
  const hasError = isShown(error)
  const field = useCodeInput({
    ...options,
    length,
    invalid: options.invalid || hasError,
    hasDescription,
    hasError,
  })
  const isNamedElsewhere = options['aria-label'] ?? options['aria-labelledby']
  const name = label === undefined && isNamedElsewhere === undefined ? messages.label : label

  return (
    <CodeInputContext.Provider value={field}>
      <div {...field.getRootProps()} className={className} style={style}>
        {isShown(name) && <label {...field.getLabelProps()}>{name}</label>}
        {hasDescription && <div {...field.getDescriptionProps()}>{description}</div>}
        <div {...field.getControlProps()}>
          {children}
          <input {...field.getInputProps({ ref })} />
        </div>
        {hasError && <div {...field.getErrorProps()}>{error}</div>}
        {announce && (
          <div {...field.getStatusProps()}>{field.isComplete && messages.complete(length)}</div>
        )}
      </div>
    </CodeInputContext.Provider>
  )
})

const isShown = (node: ReactNode): boolean => Boolean(node) || node === 0
