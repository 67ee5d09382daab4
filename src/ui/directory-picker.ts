/** The part of the File System Access API that we use; only Chromium has it. */
interface PickerWindow {
  showDirectoryPicker(options: { readonly id: string; readonly mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

const asPicker = (target: object): PickerWindow | null =>
  'showDirectoryPicker' in target && typeof target.showDirectoryPicker === 'function' ? (target as PickerWindow) : null;

export const canPickDirectory = (target: object): boolean => asPicker(target) !== null;

/** A folder that the person chose, or `null`: closed, refused, or no such thing in this browser. */
export async function pickDirectory(target: object, id: string): Promise<FileSystemDirectoryHandle | null> {
  const picker = asPicker(target);
  return picker === null ? null : picker.showDirectoryPicker({ id, mode: 'readwrite' }).catch(() => null);
}
