interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void): void;
}

/** Files opened from the system in the installed app (`file_handlers` of the manifest). Answers how to stop. */
export function receiveLaunchedFiles(receive: (files: readonly File[]) => void): () => void {
  const queue = (window as { launchQueue?: LaunchQueue }).launchQueue;
  let listening = true;
  queue?.setConsumer(({ files = [] }) => {
    if (!listening || files.length === 0) return;
    void Promise.all(files.map((handle) => handle.getFile())).then(receive);
  });
  return () => {
    listening = false;
  };
}
