import { afterEach, expect, test, vi } from 'vitest'
import { createResetListener } from './form-reset.ts'

afterEach(() => document.body.replaceChildren())

function addForm(): HTMLFormElement {
  const form = document.createElement('form')
  document.body.append(form)
  return form
}

test('follows a reset once everybody has heard of it, unless one prevents it (CODE-19)', () => {
  const order: string[] = []
  const form = addForm()
  const follow = createResetListener(() => order.push('followed'))
  follow(form)
  document.body.addEventListener('reset', () => order.push('heard'), { once: true })
  form.reset()
  expect(order).toEqual(['heard', 'followed'])
  document.body.addEventListener('reset', (event) => event.preventDefault(), { once: true })
  form.reset()
  expect(order).toEqual(['heard', 'followed'])
})

test('follows the form that it was given last, and none when there is none (CODE-19, CODE-21)', () => {
  const onReset = vi.fn()
  const [first, second] = [addForm(), addForm()]
  const follow = createResetListener(onReset)
  follow(first)
  follow(second)
  first.reset()
  expect(onReset).not.toHaveBeenCalled()
  second.reset()
  expect(onReset).toHaveBeenCalledTimes(1)
  follow(null)
  second.reset()
  expect(onReset).toHaveBeenCalledTimes(1)
})
