import { registerEditor } from './caret-handlers.ts'
import {
  createInputEditor,
  type EditorOptions,
  type EditorView,
  type InputEditor,
} from './input-editor.ts'

export interface EditorHost {
  /** The input's, once there is one. */
  editor: () => InputEditor | undefined
  /** For `ref`: gives the input an editor, the same one when StrictMode attaches it twice. */
  attach: (input: HTMLInputElement | null) => void
}

export function createEditorHost(
  initial: EditorOptions,
  draw: (view: EditorView) => void,
): EditorHost {
  let editor: InputEditor | undefined
  return {
    editor: () => editor,
    attach(input) {
      editor?.stop()
      if (input === null) return
      if (editor?.input !== input) {
        editor = createInputEditor(input, initial, draw)
        registerEditor(editor)
      }
      editor.start()
    },
  }
}
